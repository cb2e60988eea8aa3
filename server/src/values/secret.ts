/** What looks like a secret: by the name of a variable or an option, and by what it holds. In doubt it is none. */

/** Whether a thing of this name holds a secret: `DB_PASSWORD`, `--api-key`, `smtpToken`; not `PASSWORD_FILE` or `TOKEN_TTL`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
  return secretNames.test(words) && !openNames.test(words);
}

const secretNames =
  /(?:PASSWORD|PASSWD|PASSPHRASE)$|(?:^|_)(?:PASS|SECRET|TOKEN|SECRET_?KEY_?BASE|(?:API|SECRET|ACCESS_?SECRET|SECRET_?ACCESS|PRIVATE|ENCRYPTION|SIGNING|MASTER|AUTH)_?KEY)$|_PWD$/;

/** Names that are made to be shown, that only tell things apart, or that hold no more than a hash. */
const openNames = /(?:^|_)PUBLIC_|(?:^|_)HASH(?:ED)?_|INITIAL_CLUSTER_TOKEN$/;

/** Whether what is written is the secret itself: no path, no reference, no specifier or variable, no switch, nothing to be filled in. */
export function isSecretText(written: string): boolean {
  const text = written.replaceAll("%%", "");
  if (text.length < 4 || /^\d{1,5}$/.test(text)) return false;
  return ![elsewhere, fileNames, toBeFilled, words].some(pattern => pattern.test(text));
}

/** Paths, addresses, variables, specifiers, placeholders, and references to stores of secrets. */
const elsewhere =
  /^[/~.$@<{[(*-]|%[A-Za-z]|\$\{|\{\{|<[^>]*>|^[a-z][a-z0-9+.-]*:\/\/|^(?:vault|arn|env|file|ref|ssm|kms|keyring|op|sops):/i;

const fileNames = /\.(?:age|asc|conf|crt|env|gpg|ini|json|key|pem|toml|txt|ya?ml)$/i;

/** What tells people to fill it in; hardly a secret has letters beyond ASCII, but such hints in other languages do. */
const toBeFilled =
  /change[-_ ]?(?:me|it|this)|^x+$|^your|^my[-_ ]?(?:pass|secret|token|key)|replace|placeholder|example|dummy|redacted|todo|fixme|here$|[^ -~]/i;

/** Switches, ways to get a secret, and words that stand for one. */
const words =
  /^(?:true|false|none|null|auto|prompt|stdin|keyring|vault|file|default|required|optional|enabled|disabled|never|always|empty|simple|jwt(?:,.*)?|pass|passwd|password|secret|token)$/i;

/** Where an address tells a password: the stretch before it, such as `https://user`; undefined where there is none. */
export function openAddress(text: string): { readonly start: number; readonly end: number } | undefined {
  for (const { 0: all, 1: shown = "", 2: password = "", index } of text.matchAll(addresses)) {
    if (all !== "" && isSecretText(password)) return { start: index, end: index + shown.length };
  }
  return undefined;
}

const addresses = /(?<![\w.+-])([a-z][a-z0-9+.-]*:\/\/[^\s/:@"']*):([^\s/@"']+)@/gi;
