/** An entry in its role. */
import type { Directive, SectionName } from "../catalog/directive.ts";
import type { EntrySyntax } from "../syntax/tree.ts";

/** An entry in its role: which directive it assigns, if systemd knows one. */
export interface Assignment {
  readonly entry: EntrySyntax;
  readonly section: SectionName;
  readonly directive: Directive | undefined;
}
