/** A line on the terminal that shows how far a long run has come. */

const FIRST_AFTER_MS = 500;
const EVERY_MS = 100;

/** Shows progress on a terminal's standard error once the work takes long; elsewhere does nothing. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #started = uptime();
  #shownAt = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** Tells that `done` of `total` files are through. */
  update(done: number, total: number): void {
    if (!this.#stream.isTTY) return;
    const now = uptime();
    if (now - this.#started < FIRST_AFTER_MS || now - this.#shownAt < EVERY_MS) return;
    this.#shownAt = now;
    this.#stream.write(`\r\x1b[Klinting ${done}/${total} files`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shownAt > 0) this.#stream.write("\r\x1b[K");
  }
}

/** In milliseconds; the usual clock would load a module first, before anything is done. */
function uptime(): number {
  return process.uptime() * 1000;
}
