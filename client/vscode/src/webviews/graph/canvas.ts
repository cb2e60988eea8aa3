/** The window onto a drawing: mouse, fingers and keys move it, and units can be pressed. */
import { type Camera, type Direction, fit, lookAt, nearestTowards, pan, pinch, reveal, zoom } from "./camera.ts";
import type { Drawing, DrawnUnit } from "./drawing.ts";
import { listenToFingers, type Spot, spotOf } from "./fingers.ts";

/** What happens in it. */
export interface CanvasEvents {
  /** A unit was clicked, or Enter pressed on it. */
  readonly open: (name: string) => void;
  /** A unit is under the pointer or has the focus; undefined once none is. */
  readonly point: (name: string | undefined) => void;
  readonly moved: (camera: Camera) => void;
}

/** A window. */
export interface Canvas {
  readonly element: SVGSVGElement;
  /** Shows a drawing as it was looked at, or all of it. */
  show(drawing: Drawing, camera?: Camera): void;
  fit(): void;
  zoom(factor: number): void;
  /** Brings a unit to the middle. */
  goTo(name: string): void;
}

const STEP = 60;
const NEARER = 1.2;

/** An empty window. */
export function newCanvas(events: CanvasEvents): Canvas {
  const element = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const stage = document.createElementNS("http://www.w3.org/2000/svg", "g");
  element.append(stage);
  for (const [name, value] of Object.entries({ id: "canvas", tabindex: "0", role: "group", "aria-label": help }))
    element.setAttribute(name, value);
  let camera: Camera = { left: 0, top: 0, scale: 1 };
  let drawing: Drawing | undefined;
  let current: DrawnUnit | undefined;

  const size = () => ({ width: element.clientWidth, height: element.clientHeight });
  const move = (next: Camera) => {
    camera = next;
    stage.setAttribute("transform", `translate(${next.left} ${next.top}) scale(${next.scale})`);
    events.moved(next);
  };
  const centre = () => ({ x: element.clientWidth / 2, y: element.clientHeight / 2 });
  const fitAll = () => drawing && move(fit(drawing, size()));
  const focus = (unit: DrawnUnit) => {
    current?.group.setAttribute("tabindex", "-1");
    current = unit;
    unit.group.setAttribute("tabindex", "0");
    unit.group.focus({ preventScroll: true });
    move(reveal(camera, unit.box(), size()));
  };
  const unitAt = (target: EventTarget | null) => {
    const name = (target as Element | null)?.closest?.<SVGElement>("[data-unit]")?.dataset.unit;
    return name === undefined ? undefined : drawing?.units.get(name);
  };

  const use: Use = {
    unitAt,
    open: unit => events.open(unit.unit.name),
    step: (unit, direction) => step(unit, direction),
    pan: by => move(pan(camera, by)),
    zoom: (factor, at = centre()) => move(zoom(camera, factor, at)),
    pinch: (before, after) => move(pinch(camera, before, after)),
    fit: fitAll,
  };
  const step = (unit: DrawnUnit, direction: Direction) => {
    const places = [...(drawing?.units.values() ?? [])].filter(other => other !== unit).map(placed);
    const next = nearestTowards(placed(unit), places, direction);
    if (next !== undefined) focus(next.unit);
  };
  listen(element, use, events);

  return {
    element,
    show(next, looked) {
      drawing = next;
      stage.replaceChildren(next.root);
      current = next.units.values().next().value;
      current?.group.setAttribute("tabindex", "0");
      if (looked === undefined) fitAll();
      else move(looked);
    },
    fit: fitAll,
    zoom: factor => move(zoom(camera, factor, centre())),
    goTo(name) {
      const unit = drawing?.units.get(name);
      if (unit !== undefined) move(lookAt(camera, unit.box(), size()));
    },
  };
}

const help =
  "Dependency graph. Arrow keys move it, plus and minus zoom, 0 shows all. Tab goes to the units, Enter opens one.";

interface Use {
  readonly unitAt: (target: EventTarget | null) => DrawnUnit | undefined;
  readonly open: (unit: DrawnUnit) => void;
  readonly step: (unit: DrawnUnit, direction: Direction) => void;
  readonly pan: (by: Spot) => void;
  readonly pinch: (before: readonly [Spot, Spot], after: readonly [Spot, Spot]) => void;
  readonly zoom: (factor: number, at?: Spot) => void;
  readonly fit: () => void;
}

function listen(element: SVGSVGElement, use: Use, { point }: CanvasEvents): void {
  const pointAt = ({ target }: Event) => point(use.unitAt(target)?.unit.name);
  const leave = () => point(undefined);
  element.addEventListener("keydown", event => {
    if (press(event, use, element)) event.preventDefault();
  });
  element.addEventListener("wheel", event => {
    event.preventDefault();
    if (event.shiftKey) use.pan({ x: -event.deltaX - event.deltaY, y: 0 });
    else use.zoom(1.0015 ** -event.deltaY, spotOf(event, element));
  });
  element.addEventListener("pointerover", pointAt);
  element.addEventListener("pointerleave", leave);
  element.addEventListener("focusin", pointAt);
  element.addEventListener("focusout", leave);
  listenToFingers(element, {
    drag: use.pan,
    pinch: use.pinch,
    press(target) {
      const unit = use.unitAt(target);
      if (unit !== undefined) use.open(unit);
    },
  });
}

/** Does what a key stands for, and tells whether it stands for anything. */
function press({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent, use: Use, canvas: SVGElement): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const unit = use.unitAt(target);
  const direction = directions[key];
  if (direction !== undefined && unit !== undefined) use.step(unit, direction);
  else if (direction !== undefined) use.pan(opposite[direction]);
  else if (unit !== undefined && (key === "Enter" || key === " ")) use.open(unit);
  else if (unit !== undefined && key === "Escape") canvas.focus();
  else if (key === "+" || key === "=") use.zoom(NEARER);
  else if (key === "-") use.zoom(1 / NEARER);
  else if (key === "0") use.fit();
  else return false;
  return true;
}

function placed(unit: DrawnUnit) {
  const { x, y, width, height } = unit.box();
  return { unit, x: x + width / 2, y: y + height / 2 };
}

const directions: Readonly<Record<string, Direction | undefined>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Who looks to the right sees the drawing go to the left. */
const opposite = {
  left: { x: STEP, y: 0 },
  right: { x: -STEP, y: 0 },
  up: { x: 0, y: STEP },
  down: { x: 0, y: -STEP },
};
