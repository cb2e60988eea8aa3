/** The law of features that lead to places: at any offset of any text they do not throw, and their spans lie in their files. */
import assert from "node:assert/strict";
import type { FilePlace } from "../../server/src/features/navigation/place.ts";
import type { FileUri } from "../../server/src/workspace/file-uri.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { marked } from "./marked.ts";

/** Asks a feature at every offset of some odd files. */
export function checkNavigationLaw(
  ask: (snapshot: Snapshot, uri: FileUri, offset: number) => readonly Omit<FilePlace, "uri">[],
): void {
  const { snapshot } = marked(odd);
  for (const { uri, source } of snapshot.files) {
    for (let offset = -1; offset <= source.text.length + 1; offset++) {
      for (const { source, span } of ask(snapshot, uri, offset)) {
        const length = source?.text.length ?? 0;
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= length, `${uri} ${offset}`);
      }
    }
  }
}

const odd = `\uFEFF[Unit]\r
After=db@%i.service %p.socket \\\r
# between\r
  app@x.service b,c.service "a.service"\r
Requires=%q.service app.service.service @.service \\x2d.service\r
[Install\r
Alias=a.target.wants/b.service "x.service" %n\r
WantedBy=
-- app@.service --
[Service]
ExecStart=-/usr/bin/app %i '/etc/%i
EnvironmentFile=/etc/*/[x
[X-Odd]
After=a.service
-- app@x.service --
-> app@.service
-- app.service.d/a.conf --
[Service]
Sockets=app.socket
Slice=a-b.slice
ExecStart=/bin/sh -c 'a \\
-- service.d/b.conf --
[Unit]
After=%n.service %p@.service
-- loop.service --
-> loop.service
-- app.socket --
[Socket]
Service=%p.service
-- empty.service --
-- untitled.target.wants/app.service --
-> ../app.service
`;
