import { findMiddle } from "../label-blocks.ts";
import { isNumberSegment, type Leaf, type Segment } from "../leaf.ts";

/** Lines of one cell are apart by less than this many sizes; page numbers stand further from the text. */
const nearLines = 2.4;

/**
 * The sheets with the numbers that were taken for page numbers though they stand close to numbers of the text: they may
 * be the rest of one that wraps at the page's end.
 */
export function restoreNumbers(leaves: readonly Leaf[], whole: readonly Leaf[]): readonly Leaf[] {
  return leaves.map((leaf, at) => {
    const kept = new Set(leaf.lines.flat());
    const dropped = (whole[at]?.lines.flat() ?? []).filter((segment) => !kept.has(segment));
    const near = dropped.filter(
      (segment) => isNumberSegment(segment) && [...kept].some((own) => isNear(own, segment)),
    );
    if (near.length === 0) return leaf;
    const lines = [...leaf.lines, ...near.map((segment) => [segment])];
    const measure = ([first]: readonly Segment[]): number => (first ? findMiddle(first) : 0);
    return { ...leaf, lines: lines.sort((a, b) => measure(b) - measure(a)) };
  });
}

function isNear(own: Segment, number: Segment): boolean {
  const distance = Math.abs(findMiddle(own) - findMiddle(number));
  return (
    distance < nearLines * number.size &&
    own.x0 < number.x1 &&
    own.x1 > number.x0 &&
    isNumberSegment(own)
  );
}
