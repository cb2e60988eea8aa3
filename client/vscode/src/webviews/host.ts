/** A page's way to the extension, and what it keeps while it is hidden. */

/** The ways. */
export interface Host<Asked, State> {
  post(message: Asked): void;
  /** What was kept, of any shape. */
  kept(): unknown;
  keep(state: State): void;
  /** Calls back with each message of the extension. */
  listen(take: (message: unknown) => void): void;
}

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** To be called once. */
export function openHost<Asked, State>(): Host<Asked, State> {
  const api = acquireVsCodeApi();
  return {
    post: message => api.postMessage(message),
    kept: () => api.getState(),
    keep: state => api.setState(state),
    listen: take => window.addEventListener("message", ({ data }) => take(data)),
  };
}
