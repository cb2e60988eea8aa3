/** What the runner of `npm run test:editors` knows of a client, and what it hands to the tests. */

/** A client of the language server that a program can drive: one row of the runner's table. */
export interface Client {
  /** How it is picked on the command line; `neovim` also picks `neovim-…`. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** What the test tries. */
  readonly tries: string;
  /** The file beside this one that drives it. */
  readonly test: string;
  /** Finds it or brings it here; throws `NotAvailable` where that cannot be. */
  provide(kit: Kit): Provided | Promise<Provided>;
}

/** What a client is brought with. */
export interface Kit {
  /** The folder for what is downloaded; it exists. */
  readonly cache: string;
  /** Tells what takes a while. */
  say(text: string): void;
}

/** A client that is here. */
export interface Provided {
  readonly version: string;
  /** The words that start it. */
  readonly command: readonly string[];
  /** What it needs in its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A client that is here, by its name. */
export interface FoundClient extends Provided {
  readonly id: string;
  readonly title: string;
}

/** A client that cannot be brought here, and why. */
export class NotAvailable extends Error {}

/** The variable in which the runner hands the clients to the tests, as JSON. */
export const FOUND_CLIENTS = "UNITLINT_EDITORS_FOUND";

/** The name of the top-level test of a client, by which the runner knows its outcome. */
export function testName({ title, version }: { title: string; version: string }): string {
  return `${title} ${version}`;
}

/** Whether a name on the command line, or of a family of clients, means this client. */
export function isMeant(name: string, { id }: { id: string }): boolean {
  return id === name || id.startsWith(`${name}-`);
}
