import { listPrinted, readComparedWords, type Segment } from "./segment.ts";
import { vocabulary } from "./vocabulary.ts";

/** Half a label and its rest stand no further apart than this. */
const mostApart = 3;

/**
 * The rows of flat text whose wrapped labels are interleaved: the first half of a label without numbers, another
 * label, and the rest of the first (`政府公报公开政 / 政府网站公开政府信息数 7 / 府信息数 6`). Whose numbers are
 * whose is open.
 */
export function findInterleaved(segments: readonly Segment[]): ReadonlySet<Segment> {
  const found = new Set<Segment>();
  segments.forEach((half, at) => {
    if (!isWords(half) || listPrinted(half).length > 0) return;
    for (let end = at + 2; end <= at + mostApart && end < segments.length; end++) {
      const rest = segments[end];
      if (!rest || rest.head.isGrid) continue;
      if (isLabel(readComparedWords(half) + readComparedWords(rest)))
        for (const segment of segments.slice(at, end + 1)) found.add(segment);
    }
  });
  return found;
}

function isWords({ head }: Segment): boolean {
  return head.kind === "text" && !head.isGrid;
}

function isLabel(words: string): boolean {
  return vocabulary.get(words.charAt(0))?.some((label) => label.words === words) ?? false;
}
