/** How `docker run` and `podman run` are called: the options before the image. */
import type { Program } from "./programs.ts";

/** What a call that makes and starts a container says of it. */
export interface ContainerRun {
  /** The word that detaches it: `-d`, `-itd`, `--detach`. */
  readonly detach?: string;
  /** The word that asks for a terminal: `-t`, `-it`, `--tty`. */
  readonly terminal?: string;
  /** Whether its input is the client's. */
  readonly interactive: boolean;
  /** Its fixed name. */
  readonly name?: string;
  /** The names of its long options, without dashes. */
  readonly options: ReadonlySet<string>;
}

/** Undefined where the program runs no container, or only a variable would say so. */
export function containerRun({ name, args }: Program): ContainerRun | undefined {
  if (!clients.has(name)) return undefined;
  const [command, ...rest] = args[0] === "container" ? args.slice(1) : args;
  return command === "run" ? readOptions(rest) : undefined;
}

const clients: ReadonlySet<string> = new Set(["docker", "podman", "nerdctl"]);

/** Up to the image: what stands behind it is the container's own command. */
function readOptions(words: readonly string[]): ContainerRun {
  const options = new Set<string>();
  let detach: string | undefined;
  let terminal: string | undefined;
  let interactive = false;
  let name: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (!/^-./.test(word) || word === "--") break;
    const { key, value, takesNext } = readOption(word);
    if (word.startsWith("--")) options.add(key);
    if (key === "name") name = value ?? words[i + 1];
    const said = isFalse.has(value ?? "") ? key.slice(0, word.startsWith("--") ? 0 : -1) : key;
    const says = (long: string) => (word.startsWith("--") ? said === long : said.includes(long.charAt(0)));
    if (says("detach")) detach = word;
    if (says("tty")) terminal = word;
    if (says("interactive")) interactive = true;
    if (takesNext) i++;
  }
  return {
    options,
    interactive,
    ...(detach !== undefined && { detach }),
    ...(terminal !== undefined && { terminal }),
    ...(name !== undefined && { name }),
  };
}

/** As Go's flags take it. */
const isFalse: ReadonlySet<string> = new Set(["false", "False", "FALSE", "f", "F", "0"]);

/** A long option, or the letters of short ones up to the one that takes the rest as its value; behind = that is the last letter's. */
function readOption(word: string): { key: string; value?: string; takesNext: boolean } {
  const long = /^--([^=]+)(?:=(.*))?$/.exec(word);
  if (long !== null) {
    const [, key = "", value] = long;
    return { key, ...(value === undefined ? {} : { value }), takesNext: value === undefined && !plainLong.has(key) };
  }
  const letters = /^-([ditPq]*)(.?)(.*)$/.exec(word);
  const [, key = "", taking = "", rest = ""] = letters ?? [];
  if (taking === "=") return { key, value: rest, takesNext: false };
  return { key, takesNext: taking !== "" && rest === "" };
}

/** Long options that take no value as a word of its own. */
const plainLong: ReadonlySet<string> = new Set([
  "detach",
  "disable-content-trust",
  "env-host",
  "http-proxy",
  "init",
  "interactive",
  "no-healthcheck",
  "no-hosts",
  "no-hostname",
  "oom-kill-disable",
  "privileged",
  "publish-all",
  "quiet",
  "read-only",
  "read-only-tmpfs",
  "replace",
  "rm",
  "rmi",
  "rootfs",
  "sig-proxy",
  "tls-verify",
  "tty",
  "use-api-socket",
]);
