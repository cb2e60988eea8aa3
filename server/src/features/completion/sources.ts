/** Which sources of completions a kind of value has. */
import type { KindId } from "../../catalog/directive.ts";
import { accounts } from "./accounts.ts";
import { calendar } from "./calendar.ts";
import type { Offer } from "./candidate.ts";
import { commands } from "./commands.ts";
import { documentation } from "./documentation.ts";
import { variableNames } from "./environment.ts";
import { measures } from "./measures.ts";
import { paths } from "./paths.ts";
import type { ValuePlace } from "./place.ts";
import { signalNames } from "./signals.ts";
import { specifiers } from "./specifiers.ts";
import { unitNames } from "./unit-names.ts";
import { systemCallErrors, usualWords } from "./vocabularies.ts";
import { signs, words } from "./words.ts";

/** Everything that may stand at the cursor; behind a `%` that systemd resolves, specifiers alone. */
export function valueOffers(place: ValuePlace): readonly Offer[] {
  const specifier = specifiers(place);
  if (specifier !== undefined) return [specifier];
  return [...(sources[place.kind.id] ?? []), ...everywhere].flatMap(source => source(place) ?? []);
}

type Source = (place: ValuePlace) => Offer | readonly Offer[] | undefined;

/** They know by themselves which kinds are theirs. */
const everywhere: readonly Source[] = [words, usualWords, paths, measures, signs];

const sources: Readonly<Record<KindId, readonly Source[]>> = {
  "calendar-event": [calendar],
  "command-line": [commands],
  "condition-environment": [variableNames],
  "condition-group": [accounts],
  "condition-user": [accounts],
  documentation: [documentation],
  "environment-name-list": [variableNames],
  "environment-removal-list": [variableNames],
  "exit-status-list": [signalNames],
  group: [accounts],
  "group-list": [accounts],
  "service-unit": [unitNames],
  "slice-unit": [unitNames],
  "socket-unit-list": [unitNames],
  "syscall-filter": [systemCallErrors],
  "unit-list": [unitNames],
  "unit-name": [unitNames],
  user: [accounts],
};
