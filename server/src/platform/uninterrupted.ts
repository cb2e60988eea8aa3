/** Holds back the signals that end a program, so that what is being written is whole. */

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Whether a signal came; for work that can stop between two of its steps. */
export type Interrupted = () => Promise<boolean>;

/** Does the work; a signal that comes meanwhile ends the program behind it, once `atEnd` has said what there is to say. */
export async function uninterrupted<T>(
  work: (interrupted: Interrupted) => T | Promise<T>,
  atEnd: (done: T) => void = () => {},
): Promise<T> {
  let caught: NodeJS.Signals | undefined;
  const hear = (signal: NodeJS.Signals) => {
    caught ??= signal;
  };
  const interrupted = async () => {
    await new Promise(setImmediate);
    return caught !== undefined;
  };
  for (const signal of signals) process.on(signal, hear);
  try {
    const done = await work(interrupted);
    if (await interrupted()) atEnd(done);
    return done;
  } finally {
    for (const signal of signals) process.off(signal, hear);
    if (caught !== undefined) process.kill(process.pid, caught);
  }
}
