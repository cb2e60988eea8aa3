/** The fields of bind mounts, read one after another. systemd: config_parse_bind_paths(), src/core/load-fragment.c */

import { nearest } from "../text/nearest.ts";
import { append } from "./append.ts";
import type { Parsed, ValueContext, ValuePart, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { readPath, severalPaths } from "./path-reading.ts";
import { shown } from "./shown.ts";

/** A bind mount as written. */
export interface Bind {
  readonly source: MappedText;
  readonly destination?: MappedText;
  readonly options?: MappedText;
  /** What stands behind a third colon. */
  readonly extra?: MappedText;
}

/** Gathers bind mounts; one that is wrong is dropped, the others count. */
export class BindReading {
  private readonly at: ValueContext;
  private readonly value: string[] = [];
  private readonly parts: ValuePart[] = [];
  private readonly problems: ValueProblem[] = [];

  constructor(at: ValueContext) {
    this.at = at;
  }

  add(bind: Bind): void {
    const { source, destination, options, extra } = bind;
    if (extra !== undefined) {
      const message = `${extra.text === "" ? "A third colon" : shown(extra.text)} is too much: a bind mount is source:destination:options`;
      this.fault({ message, span: extra.span(), consequence: "drops-piece" });
      return;
    }
    const prefix = source.text.startsWith("-") ? "-" : "";
    if (prefix !== "") this.parts.push({ kind: "prefix", span: source.span(0, 1) });
    const from = this.path(source.slice(prefix.length));
    const to = from === undefined || destination === undefined ? from : this.path(destination);
    if (from === undefined || to === undefined || !this.readOptions(options)) return;
    this.value.push(`${prefix}${from}:${to}:${options?.text === "norbind" ? "norbind" : "rbind"}`);
  }

  fault(problem: ValueProblem): void {
    this.problems.push(problem);
  }

  parsed(): Parsed {
    return { value: this.value, parts: this.parts, problems: this.problems };
  }

  private path(written: MappedText): string | undefined {
    const { path, parts, problem } = readPath(written, this.at, { absolute: true, consequence: "drops-piece" });
    append(this.parts, parts);
    const comma = severalPaths(
      written,
      /,(?=-?\/)/,
      `${shown(written.text)} is one path; separate paths by blanks`,
      " ",
    );
    const found = problem ?? comma;
    if (found !== undefined) this.fault(found);
    return path;
  }

  private readOptions(options: MappedText | undefined): boolean {
    if (options === undefined || options.text === "") return true;
    const { text } = options;
    this.parts.push({ kind: "keyword", span: options.span() });
    if (text === "rbind" || text === "norbind") return true;
    const message = ["ro", "rw"].includes(text)
      ? `${shown(text)} is no option of a bind mount: BindReadOnlyPaths= makes it read-only, BindPaths= writable; write rbind or norbind`
      : `${shown(text)} is no option of a bind mount; write rbind or norbind`;
    const close = text === "bind" ? "norbind" : nearest(text, ["rbind", "norbind"]);
    const replacement = close === undefined ? {} : { replacement: close };
    this.fault({ message, span: options.span(), consequence: "drops-piece", ...replacement });
    return false;
  }
}
