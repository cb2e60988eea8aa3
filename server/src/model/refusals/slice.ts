/** What makes systemd refuse a slice. systemd: slice_add_parent_slice(), slice_verify(), src/core/slice.c; slice_name_is_valid(), src/basic/unit-name.c */
import type { Check, Subject } from "./problem.ts";

/** The only one. */
export const sliceChecks: readonly Check[] = [
  {
    check: "invalid-slice",
    verdict: "refuses",
    find: ({ unit }: Subject) =>
      unit.prefix !== "-" && /^-|--|-$/.test(unit.prefix)
        ? {
            message: `${unit.id} is no name of a slice: each dash must stand between two parts, as in parent-child.slice`,
            at: "Slice",
          }
        : undefined,
  },
];
