/** Texts on which the laws of editor features are tried: all fixtures, and what random cuts and joins make of them. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { unitFileName } from "../../server/src/model/unit-file-name.ts";
import { decodeUtf8 } from "../../server/src/text/utf8.ts";

/** A unit file by its name in the folder `/units`. */
export interface LawText {
  readonly path: string;
  readonly text: string;
}

/** The unit files among the fixtures, broken ones included. */
export function fixtureTexts(): LawText[] {
  const folder = fileURLToPath(new URL("../../fixtures/", import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(
      path => unitFileName(`/${path}`) !== undefined && statSync(folder + path, { throwIfNoEntry: false })?.isFile(),
    )
    .map(path => ({ path, text: decodeUtf8(readFileSync(folder + path)) }))
    .filter(({ text }) => text.length < 100_000 && !text.includes("<|>"));
}

/** Random texts of the words and characters that mean something in units. */
export const randomText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ..."\n\n\n==\\ \t#;\"'%$-",
      ...[
        "[Unit]\n",
        "[Service]\n",
        "[Install]\n",
        "[X-Mine]\n",
        "[Unknown]\n",
        "[Unit\n",
        "\ufeff",
        "\r\n",
        "\r",
        "\0",
      ],
      ...["After=", "ExecStart=", "Restart=", "Environment=", "WantedBy=", "ExecStat=", "BindTo=", "TimeoutStopSec="],
      ...[
        "always",
        "/bin/a",
        " # note",
        " \\\n",
        " \\ \n",
        "# note\n",
        "a.service",
        "A=b",
        "5min",
        "%i",
        "|",
        " && ",
        "${A}",
      ],
      ...["StandardOutput=syslog\n", "PIDFile=/var/run/a\n", "!!/bin/b", "/b\\q"],
    ),
    { maxLength: 40, size: "max" },
  )
  .map(words => words.join(""));
