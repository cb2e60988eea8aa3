/** Documents that no file holds. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type DocumentTopic,
  virtualDocument,
  virtualUri,
  virtualUriFor,
} from "../../server/src/features/virtual-documents.ts";
import { marked } from "../support/marked.ts";

function shown(text: string, topic: DocumentTopic): string {
  const { snapshot, uri } = marked(text);
  const document = virtualDocument(snapshot, virtualUriFor(topic, snapshot, uri) ?? "");
  return document === undefined ? "" : "text" in document ? document.text : document.dot;
}

const app = `[Unit]
After=db.service
[Service]
ExecStart=/bin/app
Restart=no
-- app.service.d/x.conf --
[Service]
Restart=always
-- db.service --
[Service]
ExecStart=/bin/db
-- web.target --
[Unit]
Requires=app.service
`;

test("URIs name the unit and the file from whose folder it is looked up", () => {
  const { snapshot, uri } = marked(app);
  assert.equal(
    virtualUriFor("graph-dot", snapshot, uri),
    "unitlint:/graph/app.service.dot?file%3A%2F%2F%2Funits%2Fapp.service",
  );
  assert.equal(virtualUriFor("effective", snapshot, "file:///units/service.d/x.conf"), undefined);
});

test("the effective unit, with what does not count", () => {
  assert.equal(
    shown(app, "effective"),
    `# app.service
[Unit]
After=db.service    # /units/app.service:2

[Service]
ExecStart=/bin/app  # /units/app.service:4
# Restart=no        # /units/app.service:5, replaced by /units/app.service.d/x.conf:2
Restart=always      # /units/app.service.d/x.conf:2
`,
  );
});

test("the graph, also with units whose lines name this one", () => {
  const mermaid = shown(app, "graph");
  assert.match(mermaid, /^flowchart LR\n/);
  assert.match(mermaid, /"web\.target"/);
  assert.match(mermaid, /"db\.service"/);
  assert.match(shown(app, "graph-dot"), /^digraph units \{\n/);
  assert.match(shown(app, "graph-svg"), /^digraph units \{\n/);
});

test("the exposure", () => {
  assert.match(shown(app, "exposure"), /→ Overall exposure level for app\.service: 9\.\d UNSAFE\n/);
  assert.match(shown("[Service]\nType=simple\n", "exposure"), /would not load/);
});

test("the transaction", () => {
  assert.match(shown(app, "transaction"), /^app\.service: \d+ jobs in \d+ rounds\n/);
});

test("templates are shown as an instance, other units of the set by name", () => {
  const { snapshot, uri } = marked("-- a@.service --\n[Service]\nExecStart=/bin/a %i\n");
  const own = virtualDocument(snapshot, virtualUri("effective", "a@.service", uri));
  assert.match(own !== undefined && "text" in own ? own.text : "", /^# a@example\.service\n/);
  const stock = virtualDocument(snapshot, virtualUri("effective", "nope.service", uri));
  assert.deepEqual(stock, { languageId: "systemd-unit", text: "# nope.service is not found\n" });
});

test("URIs that lead nowhere", () => {
  const { snapshot, uri } = marked(app);
  const wrong = fc.oneof(
    fc.string(),
    fc.string().map(path => `unitlint:/effective/${path}?${encodeURIComponent(uri)}`),
  );
  fc.assert(
    fc.property(wrong, text => {
      virtualDocument(snapshot, text);
    }),
  );
  assert.equal(virtualDocument(snapshot, "unitlint:/effective/app.service"), undefined);
  assert.equal(virtualDocument(snapshot, "unitlint:/effective/%zz?x"), undefined);
  assert.equal(virtualDocument(snapshot, `unitlint:/constructor/app.service?${encodeURIComponent(uri)}`), undefined);
});
