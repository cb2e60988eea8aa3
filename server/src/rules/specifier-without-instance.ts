/** The instance of a template in a unit that is none. */
import { defineRule } from "../lint/rule.ts";
import { readUnitName } from "../values/unit-name.ts";

export const specifierWithoutInstance = defineRule({
  id: "specifier-without-instance",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A specifier for the instance, in a unit that is no template",
  why: `%i and %I stand for what follows the @ in the name of an instance. In a unit without @ they are empty, and systemd says nothing: a path
or an option loses a piece. Either the file should be a template, app@.service, or another specifier was meant: %n is the name of
the unit, %p what stands before the @, %N the name without its suffix.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app --name=%i\n",
      good: "[Service]\nExecStart=/usr/bin/app --name=%p\n",
    },
  ],
  visit: {
    assignment({ entry, parsed }, file, report) {
      if (parsed === undefined || !entry.value.text.includes("%") || !isPlain(file.name.unit)) return;
      for (const { kind, span } of parsed.parts) {
        const written = entry.value.text.slice(span.start, span.end);
        if (kind !== "specifier" || !/^%i$/i.test(written)) continue;
        report(entry, entry.value.toSource(span), {
          message: `${written} is empty here: ${file.name.unit} has no @ in its name; %N is the name of the unit`,
          effect: "systemd puts nothing in its place and says nothing",
        });
      }
    },
  },
});

/** Of drop-ins for a type or for a prefix of names, some units may be instances. */
function isPlain(unit: string): boolean {
  const name = readUnitName(unit);
  return name !== undefined && name.instance === undefined && !name.prefix.endsWith("-");
}
