import type { Element } from "domhandler";
import type { Box } from "../pdf/box.ts";
import { drawPath } from "../pdf/draw-path.ts";
import { buildGraphicsState } from "../pdf/graphics-state.ts";
import type { Matrix } from "../pdf/matrix.ts";
import { findChild, readAttribute, readContent } from "../zip/xml-element.ts";

/** Operators of a path (GB/T 33190-2016, 9.1) with the numbers that follow, and the step that each is drawn as. */
const operators: Readonly<
  Record<string, { readonly numbers: number; readonly step: number | null }>
> = {
  S: { numbers: 2, step: 0 },
  M: { numbers: 2, step: 0 },
  L: { numbers: 2, step: 1 },
  B: { numbers: 6, step: 2 },
  Q: { numbers: 4, step: 3 },
  A: { numbers: 7, step: null },
  C: { numbers: 0, step: 4 },
};
const curve = 2;
const longestPath = 200_000;

/** Adds the straight lines of a path object. `toPage` leads from the object to points. */
export function drawPathObject(
  object: Element,
  { toPage, lineWidth }: { readonly toPage: Matrix; readonly lineWidth: number },
  strokes: Box[],
): void {
  const isStroked = readAttribute(object, "Stroke") !== "false";
  const isFilled = readAttribute(object, "Fill") === "true";
  const path = findChild(object, "AbbreviatedData");
  if (!path || !(isStroked || isFilled)) return;
  const data = parsePath(readContent(path).slice(0, longestPath));
  const state = { ...buildGraphicsState(), ctm: toPage, lineWidth };
  drawPath(state, { data, isStroked, isFilled }, strokes);
}

/** The path as the numbers that `drawPath` takes; an arc is a curve, which no line of a table has. */
function parsePath(text: string): readonly number[] {
  const data: number[] = [];
  const words = text.trim().split(/\s+/u);
  for (let at = 0; at < words.length;) {
    const operator = operators[words[at] ?? ""];
    if (!operator) break;
    const end = at + 1 + operator.numbers;
    const numbers = words.slice(at + 1, end).map(Number);
    if (operator.step === null) data.push(curve, 0, 0, 0, 0, ...numbers.slice(-2));
    else data.push(operator.step, ...numbers);
    at = end;
  }
  return data;
}
