/** Kinds of namespaces that processes may make. systemd: config_parse_restrict_namespaces(), src/core/load-fragment.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import { wordsOf } from "../catalog/enums.ts";
import { isInvertible } from "./replay.ts";

/** Those that RestrictNamespaces= leaves: the first list says which, later ones add to it or, turned around, take away from it. */
export function allowedNamespaces(values: readonly unknown[], version: SystemdVersion): ReadonlySet<string> {
  const all = wordsOf("namespaces", version);
  let allowed: readonly string[] | undefined;
  for (const value of values) {
    if (typeof value === "boolean") allowed = value ? [] : all;
    else if (!isInvertible(value)) allowed = undefined;
    else if (value.inverted) allowed = (allowed ?? all).filter(kind => !value.words.includes(kind));
    else allowed = [...(allowed ?? []), ...value.words];
  }
  return new Set(allowed ?? all);
}
