/** Where one looks at a drawing: pure arithmetic of pan and zoom. Lengths on screen are in CSS pixels, those of the drawing in its own units. */

/** A drawing point (x, y) is seen at (x · scale + left, y · scale + top). */
export interface Camera {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** The size of something. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place and a size. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

const SMALLEST = 0.05;
const LARGEST = 6;
/** What a small drawing is blown up to at most. */
const FITTED = 1.4;

/** The whole drawing in the middle of the window. */
export function fit(drawing: Size, window: Size, margin = 24): Camera {
  const room = { width: Math.max(1, window.width - 2 * margin), height: Math.max(1, window.height - 2 * margin) };
  const scale = clamp(
    Math.min(room.width / Math.max(1, drawing.width), room.height / Math.max(1, drawing.height), FITTED),
  );
  return centred({ x: 0, y: 0, ...drawing }, window, scale);
}

/** Nearer or farther by a factor; what is at a place of the window stays there. */
export function zoom(camera: Camera, factor: number, at: { readonly x: number; readonly y: number }): Camera {
  const scale = clamp(camera.scale * factor);
  const change = scale / camera.scale;
  return { scale, left: at.x - (at.x - camera.left) * change, top: at.y - (at.y - camera.top) * change };
}

/** Moves the drawing with the finger. */
export function pan(camera: Camera, by: { readonly x: number; readonly y: number }): Camera {
  return { ...camera, left: camera.left + by.x, top: camera.top + by.y };
}

/** The same as two fingers that moved: their middle and their distance decide. */
export function pinch(camera: Camera, before: readonly [Point, Point], after: readonly [Point, Point]): Camera {
  const [from, to] = [middle(before), middle(after)];
  const apart = distance(before);
  const zoomed = apart === 0 ? camera : zoom(camera, distance(after) / apart, from);
  return pan(zoomed, { x: to.x - from.x, y: to.y - from.y });
}

/** A box of the drawing in the middle of the window, no smaller than it can be read. */
export function lookAt(camera: Camera, box: Box, window: Size): Camera {
  return centred(box, window, Math.max(camera.scale, 0.9));
}

/** Moves no more than it takes to see a box of the drawing. */
export function reveal(camera: Camera, box: Box, window: Size, margin = 32): Camera {
  const move = (start: number, length: number, room: number) => {
    if (start < margin) return margin - start;
    return start + length > room - margin ? Math.max(margin - start, room - margin - start - length) : 0;
  };
  const { scale, left, top } = camera;
  return pan(camera, {
    x: move(box.x * scale + left, box.width * scale, window.width),
    y: move(box.y * scale + top, box.height * scale, window.height),
  });
}

/** A direction in which one looks for a neighbour. */
export type Direction = "left" | "right" | "up" | "down";

/** The nearest of some places in a direction, what lies straight ahead before what lies aside; undefined where there is none. */
export function nearestTowards<Place extends Point>(
  from: Point,
  places: readonly Place[],
  direction: Direction,
): Place | undefined {
  const [x, y] = ahead[direction];
  let best: { readonly place: Place; readonly cost: number } | undefined;
  for (const place of places) {
    const along = (place.x - from.x) * x + (place.y - from.y) * y;
    const aside = Math.abs((place.x - from.x) * y) + Math.abs((place.y - from.y) * x);
    const cost = along + 2 * aside;
    if (along > 0.5 && (best === undefined || cost < best.cost)) best = { place, cost };
  }
  return best?.place;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const ahead: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

function centred({ x, y, width, height }: Box, window: Size, scale: number): Camera {
  return {
    scale,
    left: window.width / 2 - (x + width / 2) * scale,
    top: window.height / 2 - (y + height / 2) * scale,
  };
}

function clamp(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale));
}

function middle([one, other]: readonly [Point, Point]): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function distance([one, other]: readonly [Point, Point]): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
