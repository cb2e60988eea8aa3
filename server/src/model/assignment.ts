/** An entry in its role. */
import type { Directive, SectionName } from "../catalog/directive.ts";
import type { EntrySyntax } from "../syntax/tree.ts";
import type { Parsed } from "../values/kind.ts";
import type { UnitFile } from "./unit-file.ts";

/** An entry in its role: which directive it assigns, if systemd knows one, and what its value means. */
export interface Assignment {
  readonly file: UnitFile;
  readonly entry: EntrySyntax;
  readonly section: SectionName;
  readonly directive: Directive | undefined;
  /**
   * What the grammar of the directive's kind makes of the value; undefined where systemd does not read it either (an unknown or removed
   * directive), or where a placeholder stands in it.
   */
  readonly parsed: Parsed | undefined;
}
