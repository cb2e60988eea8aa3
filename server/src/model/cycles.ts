/** Cycles in a relation: its strongly connected components, found as Tarjan does but without recursion, taken apart into rings. */

/**
 * Rings of nodes each of which leads to the next, and the last to the first: of each component the shortest one, then the shortest of what is
 * left without its steps, until no cycle is left. A node that leads to itself is none.
 */
export function cyclesOf<T>(nodes: readonly T[], next: (node: T) => Iterable<T>): readonly (readonly T[])[] {
  const rank = new Map(nodes.map((node, i) => [node, i]));
  return componentsOf(nodes, next).flatMap(component => {
    const members = new Set(component.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)));
    const steps = new Map(
      [...members].map(node => [node, new Set([...next(node)].filter(to => to !== node && members.has(to)))]),
    );
    return ringsOf(steps);
  });
}

/** The nodes that lead to one another, in groups of two or more. */
function componentsOf<T>(nodes: readonly T[], next: (node: T) => Iterable<T>): T[][] {
  const search: Search<T> = { next, index: new Map(), low: new Map(), stack: [], onStack: new Set(), found: [] };
  for (const node of nodes) if (!search.index.has(node)) visit(search, node);
  return search.found;
}

interface Search<T> {
  readonly next: (node: T) => Iterable<T>;
  readonly index: Map<T, number>;
  /** The earliest node on the stack that a node is known to reach. */
  readonly low: Map<T, number>;
  readonly stack: T[];
  readonly onStack: Set<T>;
  readonly found: T[][];
}

/** A node with those of its successors that are still to be seen. */
interface Frame<T> {
  readonly node: T;
  readonly rest: Iterator<T>;
}

function visit<T>(search: Search<T>, start: T): void {
  const frames = [enter(search, start)];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { done, value } = frame.rest.next();
    if (done !== true) {
      if (!search.index.has(value)) frames.push(enter(search, value));
      else if (search.onStack.has(value)) lower(search, frame.node, search.index.get(value));
      continue;
    }
    frames.pop();
    const above = frames.at(-1);
    if (above !== undefined) lower(search, above.node, search.low.get(frame.node));
    leave(search, frame.node);
  }
}

function enter<T>(search: Search<T>, node: T): Frame<T> {
  search.index.set(node, search.index.size);
  search.low.set(node, search.index.size - 1);
  search.stack.push(node);
  search.onStack.add(node);
  return { node, rest: search.next(node)[Symbol.iterator]() };
}

function lower<T>({ low }: Search<T>, node: T, to: number | undefined): void {
  low.set(node, Math.min(low.get(node) ?? 0, to ?? 0));
}

/** The root of a component takes all of it from the stack. */
function leave<T>(search: Search<T>, node: T): void {
  if (search.low.get(node) !== search.index.get(node)) return;
  const component = search.stack.splice(search.stack.lastIndexOf(node));
  for (const member of component) search.onStack.delete(member);
  if (component.length > 1) search.found.push(component);
}

type Steps<T> = ReadonlyMap<T, Set<T>>;

/** Takes the steps of each ring away as it is found. */
function ringsOf<T>(steps: Steps<T>): T[][] {
  const rings: T[][] = [];
  for (let ring = shortestRing(steps); ring !== undefined; ring = shortestRing(steps)) {
    rings.push(ring);
    for (const [i, node] of ring.entries()) steps.get(node)?.delete(ring[(i + 1) % ring.length] ?? node);
  }
  return rings;
}

function shortestRing<T>(steps: Steps<T>): T[] | undefined {
  let best: T[] | undefined;
  for (const start of steps.keys()) {
    const ring = ringThrough(start, steps, best?.length ?? Number.POSITIVE_INFINITY);
    if (ring !== undefined) best = ring;
  }
  return best;
}

/** The shortest ring from a node back to itself, if it has fewer nodes than the limit. */
function ringThrough<T>(start: T, steps: Steps<T>, limit: number): T[] | undefined {
  const before = new Map<T, T | undefined>([[start, undefined]]);
  let edge = [start];
  for (let length = 1; length < limit && edge.length > 0; length++) {
    const further: T[] = [];
    for (const node of edge) {
      for (const to of steps.get(node) ?? []) {
        if (to === start) return wayTo(node, before);
        if (before.has(to)) continue;
        before.set(to, node);
        further.push(to);
      }
    }
    edge = further;
  }
  return undefined;
}

function wayTo<T>(node: T, before: ReadonlyMap<T, T | undefined>): T[] {
  const way: T[] = [];
  for (let at: T | undefined = node; at !== undefined; at = before.get(at)) way.unshift(at);
  return way;
}
