/** How a browser's files get their names on the way to the server, and which ones are sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathMatcher } from "../../client/vscode/src/web/patterns.ts";
import { uriConverters } from "../../client/vscode/src/web/uris.ts";
import { unitTypes } from "../../server/src/catalog/unit-types.ts";
import { patterns } from "../../server/src/lsp/watch.ts";
import { pathOfUri } from "../../server/src/workspace/file-uri.ts";

/** The little of VS Code's URIs that counts here: encoded when written, decoded in their parts. */
function uri(scheme: string, authority: string, path: string, query = "") {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const text = `${scheme}:${authority === "" && scheme !== "file" ? "" : `//${authority}`}${encoded}${query && `?${query}`}`;
  return { scheme, authority, path, query, toString: () => text };
}

const { code2Protocol, protocol2Code } = uriConverters({
  parse(value: string) {
    const [, scheme = "", authority = "", path = "", query = ""] =
      /^([a-z-]+):(?:\/\/([^/?]*))?([^?]*)\??(.*)$/.exec(value) ?? [];
    return uri(scheme, authority, decodeURIComponent(path), query);
  },
  from: ({ scheme, authority = "", path = "", query = "" }: Record<string, string>) =>
    uri(scheme ?? "", authority, path, query),
} as never);

test("files of other schemes become paths, and come back", () => {
  const there = uri("vscode-vfs", "github", "/owner/a project/app@.service");
  const sent = code2Protocol(there as never);
  assert.equal(pathOfUri(sent), "/vscode-vfs:github/owner/a project/app@.service");
  assert.equal(protocol2Code(sent).toString(), there.toString());
});

test("a query, as that of a remote branch, is not lost", () => {
  const there = uri("vscode-vfs", "github", "/owner/app.service", "ref=main");
  assert.equal(protocol2Code(code2Protocol(there as never)).toString(), there.toString());
});

test("what lies in no folder, and what is a file already, stays as it is", () => {
  for (const same of [
    uri("untitled", "", "Untitled-1"),
    uri("unitlint", "", "/effective/app.service"),
    uri("file", "", "/etc/x"),
  ]) {
    assert.equal(code2Protocol(same as never), same.toString());
    assert.equal(protocol2Code(same.toString()).toString(), same.toString());
  }
});

test("the server's patterns match what it looks for, also where nothing but names can be compared", () => {
  const matches = pathMatcher(patterns);
  const wanted = [
    ...unitTypes.flatMap(type => [`/a/b/app.${type}`, `app.${type}`, `/a/app.${type}.in`, `/a/app.${type}.d/x.conf`]),
    ...["/a/service.d/x.conf.j2", "/a/app.service.wants/b.service", "/.gitignore", "/a/.gitignore"],
  ];
  assert.deepEqual(
    wanted.filter(path => !matches(path)),
    [],
  );
  const others = ["/a/app.conf", "/a/service", "/a/app.serviced", "/a/README.md", "/a/appservice", "/a/conf.d/x.txt"];
  assert.deepEqual(others.filter(matches), []);
});
