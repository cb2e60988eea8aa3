/** The order of many units in which no cycle can be, kept while single units change. */

/** What one unit says of its order. */
export interface Says {
  /** The place of the last stock unit that it waits for, and of the first one that it comes before. */
  readonly after: number;
  readonly before: number;
  /** The units that come before it, and those that come after it, by their main names. */
  readonly waits: readonly string[];
  readonly precedes: readonly string[];
}

/** A stock unit's own file makes a unit come before its place. */
export interface Limit {
  readonly id: string;
  readonly before: number;
}

/** A unit with what it says now. */
export interface ChangedUnit {
  readonly id: string;
  readonly says: Says;
}

/** An order of units. */
export interface KnownOrder {
  /** Takes changes in; false where a cycle cannot be ruled out any more, or nothing can be told. After that it is of no use. */
  take(changed: readonly ChangedUnit[]): boolean;
}

/** The order of units by their main names; undefined where they may close a cycle. */
export function knownOrder(said: ReadonlyMap<string, Says>, limits: readonly Limit[]): KnownOrder | undefined {
  const nodes = new Map([...said].map(([id, says]) => [id, newNode(says)]));
  for (const node of nodes.values()) if (!link(node, nodes)) return undefined;
  for (const { id, before } of limits) {
    const node = nodes.get(id);
    if (node !== undefined) node.limit = Math.min(node.limit, before);
  }
  if (!isSortable([...nodes.values()])) return undefined;
  return {
    take(changed) {
      for (const { id, says } of changed) {
        const node = nodes.get(id);
        if (node === undefined) return false;
        unlink(node, nodes);
        node.says = says;
        if (!link(node, nodes)) return false;
      }
      return changed.every(({ id }) => fits(nodes.get(id)));
    },
  };
}

interface Node {
  says: Says;
  /** Below which place it must come, as others say. */
  limit: number;
  /** Some may stand twice, where both units say it. */
  readonly previous: Node[];
  readonly next: Node[];
}

function newNode(says: Says): Node {
  return { says, limit: Number.POSITIVE_INFINITY, previous: [], next: [] };
}

/** False for units that are not known. */
function link(node: Node, nodes: ReadonlyMap<string, Node>): boolean {
  return eachStep(node, nodes, (from, to) => {
    from.next.push(to);
    to.previous.push(from);
  });
}

function unlink(node: Node, nodes: ReadonlyMap<string, Node>): void {
  eachStep(node, nodes, (from, to) => {
    remove(from.next, to);
    remove(to.previous, from);
  });
}

function eachStep(node: Node, nodes: ReadonlyMap<string, Node>, take: (from: Node, to: Node) => void): boolean {
  let areKnown = true;
  const other = (id: string, step: (other: Node) => void) => {
    const found = nodes.get(id);
    if (found === undefined) areKnown = false;
    else step(found);
  };
  for (const id of node.says.waits) other(id, found => take(found, node));
  for (const id of node.says.precedes) other(id, found => take(node, found));
  return areKnown;
}

function remove(list: Node[], node: Node): void {
  const at = list.indexOf(node);
  if (at >= 0) list.splice(at, 1);
}

/** Whether a unit is in no cycle, neither among these units nor through stock units that come before it and behind it. */
function fits(node: Node | undefined): boolean {
  if (node === undefined) return false;
  const above = reach(node, ({ previous }) => previous);
  const below = reach(node, ({ next }) => next);
  if (above === undefined || below === undefined) return false;
  const after = above.reduce((latest, { says }) => Math.max(latest, says.after), node.says.after);
  const before = below.reduce((first, { says, limit }) => Math.min(first, says.before, limit), earliest(node));
  return after < before;
}

function earliest({ says, limit }: Node): number {
  return Math.min(says.before, limit);
}

/** All that steps lead to; undefined where they lead back. */
function reach(start: Node, step: (node: Node) => readonly Node[]): readonly Node[] | undefined {
  const seen = new Set<Node>(step(start));
  for (const node of seen) {
    if (node === start) return undefined;
    for (const next of step(node)) seen.add(next);
  }
  return [...seen];
}

/**
 * Whether all can be put in a row so that every step leads forward and each stays between its stock units: by taking away what no step leads
 * to. Who waits for a unit comes after all that this one waits for.
 */
function isSortable(nodes: readonly Node[]): boolean {
  const waiting = new Map(nodes.map(node => [node, node.previous.length]));
  const after = new Map(nodes.map(node => [node, node.says.after]));
  const free = nodes.filter(({ previous }) => previous.length === 0);
  for (const node of free) {
    const latest = after.get(node) ?? -1;
    if (latest >= earliest(node)) return false;
    for (const next of node.next) {
      after.set(next, Math.max(after.get(next) ?? -1, latest));
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) free.push(next);
    }
  }
  return free.length === nodes.length;
}
