/** Hierarchies: calls are what units need, types are the order in which they start. */
import {
  type CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type Range,
  type TypeHierarchyItem,
  TypeHierarchyPrepareRequest,
  TypeHierarchySubtypesRequest,
  TypeHierarchySupertypesRequest,
} from "vscode-languageserver";
import { type HierarchyUnit, needed, neededBy, prepareHierarchy, type Relation } from "../features/call-hierarchy.ts";
import { startedAfter, startedBefore } from "../features/type-hierarchy.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { locationOf } from "./navigation.ts";
import type { Positions } from "./positions.ts";
import { at, type Row, row } from "./row.ts";
import type { Session } from "./session.ts";
import { kindOfUnit } from "./symbol-kinds.ts";

const prepare = at(prepareHierarchy, (unit, { session }) => unit && [itemOf(session.positions, unit)]);

/** The rows of the table. */
export const hierarchies: readonly Row[] = [
  row(
    CallHierarchyPrepareRequest.type,
    () => ({ callHierarchyProvider: true }),
    (session, params) => prepare(session, params) ?? null,
  ),
  row(
    CallHierarchyOutgoingCallsRequest.type,
    () => ({}),
    (session, { item }) =>
      related(
        session,
        item,
        needed,
        ({ to, said }): CallHierarchyOutgoingCall => ({
          to,
          fromRanges: said.length > 0 ? said : [item.selectionRange],
        }),
      ),
  ),
  row(
    CallHierarchyIncomingCallsRequest.type,
    () => ({}),
    (session, { item }) =>
      related(
        session,
        item,
        neededBy,
        ({ to, said }): CallHierarchyIncomingCall => ({
          from: to,
          fromRanges: said.length > 0 ? said : [to.selectionRange],
        }),
      ),
  ),
  row(
    TypeHierarchyPrepareRequest.type,
    () => ({ typeHierarchyProvider: true }),
    (session, params) => prepare(session, params) ?? null,
  ),
  row(
    TypeHierarchySupertypesRequest.type,
    () => ({}),
    (session, { item }) => related(session, item, startedBefore, ({ to }): TypeHierarchyItem => to),
  ),
  row(
    TypeHierarchySubtypesRequest.type,
    () => ({}),
    (session, { item }) => related(session, item, startedAfter, ({ to }): TypeHierarchyItem => to),
  ),
];

/** What the protocol has in common for both. */
type Item = CallHierarchyItem & TypeHierarchyItem;

function itemOf(positions: Positions, { name, detail, place, anchor }: HierarchyUnit): Item {
  const { uri, range } = locationOf(positions, place);
  const data = { name, anchor };
  return { name, kind: kindOfUnit(name), detail, uri, range, selectionRange: range, data };
}

function related<Answer>(
  session: Session,
  { uri, data }: CallHierarchyItem | TypeHierarchyItem,
  ask: (snapshot: Snapshot, unit: HierarchyUnit) => readonly Relation[],
  convert: (relation: { to: Item; said: Range[] }) => Answer,
): Answer[] | null {
  const { positions } = session;
  const { name, anchor } = (data ?? {}) as { name?: unknown; anchor?: unknown };
  if (typeof name !== "string" || typeof anchor !== "string") return null;
  const unit = { name, anchor, detail: "", place: { uri, span: { start: 0, end: 0 } } };
  return ask(session.snapshot(), unit).map(({ unit, places }) =>
    convert({ to: itemOf(positions, unit), said: places.map(place => locationOf(positions, place).range) }),
  );
}
