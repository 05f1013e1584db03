import type { Component } from "./find-components.ts";

/** Pieces of ink smaller or larger than this, in pixels, are no characters. */
const sizes = { least: 5, most: 200 };
/** A Chinese character fills this share of its square. */
const fill = 0.92;

/**
 * The size of most Chinese characters in pixels: what the largest but one in six pieces of ink measure, as
 * characters fall into pieces. Null where there is next to no print.
 */
export function measureText(components: readonly Component[]): number | null {
  const measures = components
    .map(({ x0, x1, y0, y1 }) => ({
      long: Math.max(x1 - x0, y1 - y0),
      short: Math.min(x1 - x0, y1 - y0),
    }))
    .filter(({ long, short }) => long >= sizes.least && long <= sizes.most && long <= 3 * short)
    .map(({ long }) => long)
    .sort((a, b) => a - b);
  if (measures.length < 8) return null;
  return (measures[Math.floor(measures.length * 0.85)] ?? 0) / fill;
}
