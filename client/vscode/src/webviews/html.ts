/** The one document that a webview starts with: a strict policy, one style sheet, one script, and nothing else. */

/** Where the parts of a page come from. */
export interface PageSource {
  readonly title: string;
  readonly script: string;
  readonly style: string;
  /** What VS Code serves the extension's own files from. */
  readonly cspSource: string;
  /** Drawn anew for each page. */
  readonly nonce: string;
}

/** Nothing is loaded but the style sheet and the one script; no other script runs, nothing leaves the page. */
export function contentPolicy({ cspSource, nonce }: Pick<PageSource, "cspSource" | "nonce">): string {
  return `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
}

/** The HTML; what the page shows is built by its script from data, never from markup. */
export function pageHtml(source: PageSource): string {
  const { title, script, style, nonce } = source;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(contentPolicy(source))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body>
<main id="page" aria-busy="true"><p class="notice" role="status">Waiting for the language server …</p></main>
<script nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

/** A word that nobody can guess: 32 hexadecimal digits of what the given source of chance fills. */
export function newNonce(fill: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const bytes = new Uint8Array(16);
  fill(bytes);
  return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, sign => entities[sign] ?? sign);
}
