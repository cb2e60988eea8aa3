/** What packages hold of others that npm does not know of: WebAssembly that was compiled from C. */
import { readFileSync } from "node:fs";

/** The packages, each followed by what it holds of others. */
export function withInside(packages, root) {
  const all = packages.flatMap(one => [one, ...insideOf(one, root)]);
  const named = new Map(all.map(one => [`${one.name} ${one.version}`, one]));
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/**
 * The programs inside a package, as its own statement of provenance tells them: `{ name, version, licence, text, url, sha256 }`. Throws where the
 * package says nothing of one that is known to be in it, or something is in it whose licence nobody looked up.
 */
function insideOf({ name }, root) {
  if (name !== "@viz-js/viz") return [];
  const statement = JSON.parse(readFileSync(`${root}/node_modules/@viz-js/viz/lib/provenance.json`, "utf8"));
  const { resolvedDependencies } = statement.predicate.buildDefinition;
  const sources = resolvedDependencies.flatMap(({ uri, digest: { sha256 } }) => {
    const [, program, version] = /\/([a-z]+)-([\d.]+)\.tar\.gz$/.exec(uri) ?? [];
    return program === undefined ? [] : [{ name: program, version, url: uri, sha256, ...terms(program) }];
  });
  if (sources.length === 0) throw new Error(`${name} does not say what was compiled into it`);
  return sources;
}

function terms(program) {
  const known = licences[program];
  if (known === undefined) throw new Error(`nobody looked up the licence of ${program}`);
  return known;
}

const licences = {
  graphviz: {
    licence: "Eclipse Public License",
    text: "Graphviz is compiled into the WebAssembly of @viz-js/viz, unchanged. Its source, and the terms of its licence, are at\nhttps://graphviz.org/download/source/ and https://graphviz.org/license/.",
  },
  expat: {
    licence: "MIT",
    text: `Copyright (c) 1998-2000 Thai Open Source Software Center Ltd and Clark Cooper
Copyright (c) 2001-2025 Expat maintainers

Permission is hereby granted, free of charge, to any person obtaining
a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to
permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included
in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.
IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT,
TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  },
};
