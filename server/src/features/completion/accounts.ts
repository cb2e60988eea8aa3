/** Users and groups out of passwd and group. */
import type { Candidate, Offer } from "./candidate.ts";
import { readFile } from "./disk.ts";
import { layoutOf, signsLength } from "./layouts.ts";
import type { ValuePlace } from "./place.ts";
import { wordAt } from "./word-at.ts";

/** Those whom the root or the host knows; system accounts first, as services run as them. */
export function accounts(place: ValuePlace): Offer | undefined {
  const isUser = place.kind.id.endsWith("user");
  const many = place.kind.id === "group-list";
  const from = signsLength(place.text, layoutOf(place.kind.id));
  const word = wordAt(place, "", from);
  if (word === undefined || (!many && word.before.slice(from).trim() !== "")) return undefined;
  const taken = new Set(place.text.split(/\s+/).filter(name => name !== word.typed));
  const found = accountsIn(readFile(place, isUser ? "/etc/passwd" : "/etc/group") ?? "");
  const candidates = found
    .filter(({ name }) => !taken.has(name))
    .map(
      ({ name, id, about }): Candidate => ({
        label: name,
        kind: "account",
        detail: [`${isUser ? "UID" : "GID"} ${id}`, ...(isUser && about !== "" ? [about] : [])].join(", "),
      }),
    );
  const people = new Set(found.filter(({ id }) => id >= 1000).map(({ name }) => name));
  return { span: word.span, candidates, groupOf: ({ label }) => (people.has(label) ? 1 : 0) };
}

interface Account {
  readonly name: string;
  readonly id: number;
  readonly about: string;
}

/** Lines of `name:password:id:…`; the fifth field of passwd tells who it is. */
function accountsIn(text: string): readonly Account[] {
  return text.split("\n").flatMap((line): Account[] => {
    const [name = "", , id = "", , about = ""] = line.split(":");
    return /^[A-Za-z_][\w.$-]*$/.test(name) && /^\d+$/.test(id)
      ? [{ name, id: Number(id), about: about.split(",")[0] ?? "" }]
      : [];
  });
}
