import type { Component } from "./find-components.ts";
import { joinPixelBoxes } from "./pixel-box.ts";
import type { PrintLine } from "./print-line.ts";

/** A line is at most this many characters high; pieces of a character lie no further apart than `gap`. */
const line = { highest: 1.25, gap: 0.45 };

/**
 * Groups pieces of ink into lines of print from the top down: rows of the picture that hold ink, joined where they
 * are the parts of characters such as 二. `em` is the size of a character in pixels.
 */
export function groupPrintLines(
  components: readonly Component[],
  em: number,
): readonly PrintLine[] {
  const ordered = [...components].sort((a, b) => a.y0 - b.y0);
  const bands: Component[][] = [];
  let end = -Infinity;
  for (const component of ordered) {
    const band = bands.at(-1);
    if (band && component.y0 < end) band.push(component);
    else bands.push([component]);
    end = Math.max(end, component.y1);
  }
  return joinBands(
    bands.flatMap((band) => splitBand(band, em)),
    em,
  ).map(buildPrintLine);
}

export function buildPrintLine(components: readonly Component[]): PrintLine {
  const ordered = [...components].sort((a, b) => a.x0 - b.x0);
  return { components: ordered, ...joinPixelBoxes(ordered) };
}

/** Parts a band that is as high as several lines whose characters reach into each other's rows. */
function splitBand(band: readonly Component[], em: number): readonly (readonly Component[])[] {
  const { y0, y1 } = joinPixelBoxes(band);
  if (y1 - y0 <= 1.6 * em) return [band];
  const lines: { middle: number; count: number; members: Component[] }[] = [];
  const tall = band.filter((own) => own.y1 - own.y0 > 0.5 * em && own.y1 - own.y0 < 1.5 * em);
  if (tall.length === 0) return [band];
  for (const component of tall) {
    const middle = (component.y0 + component.y1) / 2;
    const own = lines.find((candidate) => Math.abs(candidate.middle - middle) < 0.5 * em);
    if (!own) lines.push({ middle, count: 1, members: [component] });
    else {
      own.middle += (middle - own.middle) / ++own.count;
      own.members.push(component);
    }
  }
  for (const component of band) {
    if (tall.includes(component)) continue;
    const middle = (component.y0 + component.y1) / 2;
    const distances = lines.map((candidate) => Math.abs(candidate.middle - middle));
    lines[distances.indexOf(Math.min(...distances))]?.members.push(component);
  }
  return lines.sort((a, b) => a.middle - b.middle).map(({ members }) => members);
}

/** Joins bands that together are no higher than a line. */
function joinBands(
  bands: readonly (readonly Component[])[],
  em: number,
): readonly (readonly Component[])[] {
  const joined: Component[][] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    const box = joinPixelBoxes(band);
    const above = last ? joinPixelBoxes(last) : null;
    const isPart =
      above && box.y1 - above.y0 <= line.highest * em && box.y0 - above.y1 <= line.gap * em;
    if (last && isPart) last.push(...band);
    else joined.push([...band]);
  }
  return joined;
}
