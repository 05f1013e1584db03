import { type Box, intersectBoxes } from "./box.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { transform, type Matrix } from "./matrix.ts";

/** A filled bar up to this many points is a line; a thicker one is shading. A thicker stroke is a bar. */
const thickest = { bar: 3.2, stroke: 6 };
/** A line may lean by this share of its length and still be straight. */
const lean = 0.01;

/** How pdf.js writes the steps of a path into one array, and how many numbers follow each. */
const steps = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;
const numbersOfStep = [2, 2, 6, 4, 0] as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One stretch of a path; with a curve in it, it holds no line of a table. */
interface Subpath {
  readonly points: Point[];
  isClosed: boolean;
  isCurved: boolean;
}

/** Adds the straight lines that a path paints: strokes, and bars that are filled thin. */
export function drawPath(
  state: GraphicsState,
  path: {
    readonly data: ArrayLike<number>;
    readonly isStroked: boolean;
    readonly isFilled: boolean;
  },
  strokes: Box[],
): void {
  const drawn: Box[] = [];
  const width =
    state.lineWidth *
    Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
  for (const subpath of listSubpaths(path.data, state.ctm)) {
    if (subpath.isCurved || subpath.points.length < 2) continue;
    if (path.isStroked && width <= thickest.stroke) addSides(subpath, drawn);
    else if (path.isFilled) addBar(subpath, drawn);
  }
  for (const stroke of drawn) {
    const shown = intersectBoxes(stroke, state.clip);
    if (shown) strokes.push(shown);
  }
}

function* listSubpaths(data: ArrayLike<number>, ctm: Matrix): Generator<Subpath> {
  let current: Subpath | null = null;
  for (let at = 0; at < data.length;) {
    const step = data[at] ?? 0;
    const count = numbersOfStep[step];
    if (count === undefined) return;
    if (step === steps.moveTo) {
      if (current) yield current;
      current = { points: [], isClosed: false, isCurved: false };
    }
    if (step === steps.closePath && current) current.isClosed = true;
    if (step === steps.curveTo || step === steps.quadraticCurveTo) {
      if (current) current.isCurved = true;
    } else if (count > 0) {
      const [x, y] = transform(ctm, data[at + 1] ?? NaN, data[at + 2] ?? NaN);
      current?.points.push({ x, y });
    }
    at += 1 + count;
  }
  if (current) yield current;
}

function addSides({ points, isClosed }: Subpath, strokes: Box[]): void {
  for (let at = 1; at < points.length; at++) addLine(points[at - 1], points[at], strokes);
  if (isClosed && points.length > 2) addLine(points.at(-1), points[0], strokes);
}

function addLine(from: Point | undefined, to: Point | undefined, strokes: Box[]): void {
  if (!from || !to) return;
  const width = Math.abs(to.x - from.x);
  const height = Math.abs(to.y - from.y);
  if (Math.min(width, height) > 0.5 + lean * Math.max(width, height)) return;
  addStroke([from, to], strokes);
}

function addBar({ points }: Subpath, strokes: Box[]): void {
  if (points.length > 6) return;
  addStroke(points, strokes, thickest.bar);
}

/** Adds the box of the points, where it is thin enough and all points lie on its sides. */
function addStroke(points: readonly Point[], strokes: Box[], thinnest = Infinity): void {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const stroke = {
    x0: Math.min(...xs),
    y0: Math.min(...ys),
    x1: Math.max(...xs),
    y1: Math.max(...ys),
  };
  if (!Number.isFinite(stroke.x0 + stroke.y0 + stroke.x1 + stroke.y1)) return;
  if (Math.min(stroke.x1 - stroke.x0, stroke.y1 - stroke.y0) <= thinnest) strokes.push(stroke);
}
