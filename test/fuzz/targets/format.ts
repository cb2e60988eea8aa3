/** The formatter. */
import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { assertKept, formatted } from "../../support/format-laws.ts";
import { drawText } from "../draw/texts.ts";
import { type Input, type Target, TIME_LIMIT } from "../target.ts";

const paths = ["app.service", "app.service.d/x.conf", "app.service.in"];

export const format: Target = {
  name: "format",
  about: "the formatter: what systemd reads stays, and a second time changes nothing",
  fixed: ["path"],
  limit: TIME_LIMIT,
  draw: random => ({ path: random.pick(paths), text: drawText(random, "service") }),
  fromBytes: ([path = 0, ...bytes]) => ({
    path: paths[path % paths.length] ?? "",
    text: decodeUtf8(Uint8Array.from(bytes)),
  }),
  work: ({ path = "", text = "" }: Input) => formatted(path, text),
  check: ({ path = "", text = "" }: Input) => assertKept(path, text),
};
