/** What pointers do on an element: one drags or presses, two pinch. */

/** A place in the element, in CSS pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What comes of it. */
export interface FingerEvents {
  readonly drag: (by: Spot) => void;
  readonly pinch: (before: readonly [Spot, Spot], after: readonly [Spot, Spot]) => void;
  readonly press: (target: EventTarget | null) => void;
}

/** What a hand shakes while it presses. */
const SHAKE = 4;

/** Listens; a press is what hardly moves. */
export function listenToFingers(element: SVGSVGElement, events: FingerEvents): void {
  const down = new Map<number, Spot>();
  let start: (Spot & { readonly target: EventTarget | null }) | undefined;
  element.addEventListener("pointerdown", event => {
    if (event.button !== 0) return;
    start = down.size === 0 ? { ...spotOf(event, element), target: event.target } : undefined;
    down.set(event.pointerId, spotOf(event, element));
  });
  element.addEventListener("pointermove", event => {
    const [before, after] = [down.get(event.pointerId), spotOf(event, element)];
    if (before === undefined) return;
    if (start !== undefined && Math.hypot(after.x - start.x, after.y - start.y) < SHAKE) return;
    if (start !== undefined) element.setPointerCapture(event.pointerId);
    start = undefined;
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    down.set(event.pointerId, after);
    if (other === undefined) events.drag({ x: after.x - before.x, y: after.y - before.y });
    else events.pinch([before, other], [after, other]);
  });
  const up = (event: PointerEvent) => {
    down.delete(event.pointerId);
    if (event.type === "pointerup" && start !== undefined) events.press(start.target);
    start = undefined;
  };
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
}

/** Where an event happens. */
export function spotOf({ clientX, clientY }: MouseEvent, element: Element): Spot {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
