/** Writes fixed files, one after the other; a signal in between ends the run behind a whole file. */
import { CHANGED, replaceFile } from "../platform/replace-file.ts";
import { type Interrupted, uninterrupted } from "../platform/uninterrupted.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import type { InputError } from "../workspace/discovery.ts";
import type { FileHost } from "../workspace/file-host.ts";
import { printable } from "./terminal.ts";

/** A file that changes. */
interface ChangedFile {
  readonly before: { readonly path: string; readonly text: string };
  readonly after: { readonly text: string };
}

/** Where links lead, the host says. Tells of the files that could not be written; the others are. Says on standard error what there is to note. */
export async function writeFixed(files: readonly ChangedFile[], host: FileHost): Promise<readonly InputError[]> {
  const errors: InputError[] = [];
  const write = ({ before, after }: ChangedFile) => {
    const real = host.realPath(before.path);
    const outcome =
      real === undefined ? { problem: CHANGED } : replaceFile(real, encodeUtf8(before.text), encodeUtf8(after.text));
    if ("problem" in outcome) errors.push({ path: before.path, message: outcome.problem });
    else if (outcome.note !== undefined) note(`${printable(before.path)}: ${outcome.note}`);
  };
  const all = async (interrupted: Interrupted) => {
    for (const [done, file] of files.entries()) {
      if (await interrupted()) return done;
      write(file);
    }
    return files.length;
  };
  await uninterrupted(all, done =>
    note(`interrupted; ${done} of ${files.length} files are written, the others are as they were`),
  );
  return errors;
}

function note(text: string): void {
  process.stderr.write(`unitlint: note: ${text}\n`);
}
