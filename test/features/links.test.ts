/** Links in documents. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { documentLinks } from "../../server/src/features/links.ts";
import { type MarkedOptions, marked } from "../support/marked.ts";
import { checkNavigationLaw } from "../support/navigation-law.ts";

/** `text -> target` for each link of the first file. */
function checkLinks(text: string, expected: readonly string[], options?: MarkedOptions): void {
  const { snapshot, uri } = marked(text, options);
  const source = snapshot.file(uri)?.source;
  const shown = documentLinks(snapshot, uri).map(
    ({ span, target }) => `${source?.text.slice(span.start, span.end)} -> ${target}`,
  );
  assert.deepEqual(shown, expected, text);
}

test("addresses and pages of the manual", () => {
  checkLinks(
    "[Unit]\nDocumentation=https://example.org/a%%20b http://x.org/ \\\n  man:systemd.service(5) man:nginx(8) info:nginx ftp://x.org\n",
    [
      "https://example.org/a%%20b -> https://example.org/a%20b",
      "http://x.org/ -> http://x.org/",
      "man:systemd.service(5) -> https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html",
      "man:nginx(8) -> https://manpages.debian.org/nginx.8",
    ],
  );
  checkLinks("[Unit]\nDocumentation=man:perl man: https:// man:a/b(1)\n", []);
});

test("paths of files that exist", () => {
  const disk = { "/etc/app.env": "A=1\n", "/usr/share/doc/app": "text", "/usr/bin/app": "\x7fELF", "/srv/data/x": "" };
  checkLinks(
    "[Service]\nEnvironmentFile=-/etc/app.env\nEnvironmentFile=/etc/gone.env\n",
    ["/etc/app.env -> file:///etc/app.env"],
    { disk },
  );
  checkLinks(
    "[Unit]\nDocumentation=file:/usr/share/doc/app file:///usr/share/doc/app\n",
    ["file:/usr/share/doc/app -> file:///usr/share/doc/app", "file:///usr/share/doc/app -> file:///usr/share/doc/app"],
    { disk },
  );
  checkLinks(
    "[Unit]\nConditionPathExists=!/etc/app.env\nRequiresMountsFor=/srv/data\n",
    ["/etc/app.env -> file:///etc/app.env"],
    { disk },
  );
  checkLinks("[Service]\nExecStart=-/usr/bin/app --a /etc/app.env\n", ["/etc/app.env -> file:///etc/app.env"], {
    disk,
  });
});

test("law: spans lie in the file", () => {
  checkNavigationLaw((snapshot, uri, offset) => {
    const source = snapshot.file(uri)?.source;
    return offset > 0 ? [] : documentLinks(snapshot, uri).map(({ span }) => ({ span, ...(source && { source }) }));
  });
});
