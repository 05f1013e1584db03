import type { NumberShape } from "./number-shape.ts";

/** A digit of print that stands alone is no wider than this share of its height. */
const widest = 0.85;
/** The step from digit to digit that most type has, in heights of a digit. */
const usual = 0.76;
/** A number has so many digits where its width says so to this part of a step. */
const certain = 0.35;

/**
 * The step from the middle of a digit to that of the next, in heights of a digit, that numbers whose digits stand
 * apart have; the usual one where there are none.
 */
export function measurePitch(shapes: readonly NumberShape[]): number {
  const steps = shapes.flatMap(({ figures, point, box }) => {
    const height = box.y1 - box.y0;
    if (point !== null || figures.some(({ x0, x1 }) => x1 - x0 > widest * height)) return [];
    return figures.slice(1).flatMap((figure, at) => {
      const before = figures[at];
      if (!before) return [];
      const step = (figure.x0 + figure.x1 - before.x0 - before.x1) / 2 / height;
      return step > 0.5 && step < 1.1 ? [step] : [];
    });
  });
  steps.sort((a, b) => a - b);
  return steps.length > 3 ? (steps[steps.length >> 1] ?? usual) : usual;
}

/** Whether a number of so many digits is as wide as the ink: by its pieces, or by the steps that fit in it. */
export function fitsWidth(
  digits: number,
  { figures, point, box }: NumberShape,
  pitch: number,
): boolean {
  const height = box.y1 - box.y0;
  const isApart = figures.every(({ x0, x1 }) => x1 - x0 <= widest * height);
  if (isApart && digits === figures.length) return true;
  // The last digit takes up between a fifth and two thirds of its height.
  const steps = ((box.x1 - box.x0) / height - 0.45) / pitch;
  return point === null && Math.abs(steps - (digits - 1)) <= certain;
}
