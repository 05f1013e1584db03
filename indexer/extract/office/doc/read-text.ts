import { listProperties } from "./property-list.ts";
import { listCharacterRuns, type PropertyRun } from "./property-runs.ts";
import { readPieces, readPieceText, type Piece } from "./read-pieces.ts";
import type { WordBinary } from "./word-binary.ts";

const deleted = 0x0800;
const hidden = 0x083c;

/** The whole text of a document with its marks; `hidden` holds 1 for each character that is not shown. */
export interface WordText {
  readonly text: string;
  readonly hidden: Uint8Array;
  readonly pieces: readonly Piece[];
}

/** Reads the text, and which of it is deleted or hidden. Throws UnreadableFile. */
export function readText(binary: WordBinary): WordText {
  const pieces = readPieces(binary);
  const text = pieces.map((piece) => readPieceText(binary, piece)).join("");
  const hidden = new Uint8Array(text.length);
  const runs = listCharacterRuns(binary).filter(isHidden);
  for (const piece of pieces) hideRuns(piece, runs, hidden);
  return { text, hidden, pieces };
}

function isHidden({ list }: PropertyRun): boolean {
  let isHidden = false;
  for (const { code, operand } of listProperties(list))
    if (code === deleted || code === hidden) isHidden = operand[0] === 1;
  return isHidden;
}

/** Runs are in order of their bytes: the first that reaches into the piece is looked up, the others follow. */
function hideRuns(piece: Piece, runs: readonly PropertyRun[], hidden: Uint8Array): void {
  const { from, to, at, width } = piece;
  const end = at + width * (to - from);
  for (let index = findFirst(runs, at); index < runs.length; index++) {
    const run = runs[index];
    if (!run || run.from >= end) return;
    const start = from + Math.max(0, Math.floor((run.from - at) / width));
    hidden.fill(1, start, Math.min(to, from + Math.ceil((run.to - at) / width)));
  }
}

function findFirst(runs: readonly PropertyRun[], at: number): number {
  let from = 0;
  let to = runs.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((runs[middle]?.to ?? Infinity) <= at) from = middle + 1;
    else to = middle;
  }
  return from;
}
