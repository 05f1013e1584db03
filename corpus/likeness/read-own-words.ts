import { type Boilerplate, longestText, shingleLength } from "./build-shingles.ts";
import { cellGap, foldProse } from "./fold-prose.ts";

/** Own characters below which a text tells nothing: 无, or a sentence that anyone writes. */
const fewestCharacters = 30;

/**
 * All that a text says of its own, as one: its folded sentences and cells without characters of boilerplate, and without
 * cells that are shorter than a shingle. Null where that is too short to tell anything.
 */
export function readOwnWords(text: string, boilerplate: Boilerplate): string | null {
  const own = text
    .slice(0, longestText)
    .split("\n")
    .flatMap(listPieces)
    .map((piece) => dropBoilerplate(piece, boilerplate))
    .join("");
  return own.length < fewestCharacters ? null : own;
}

/** The short cells of a row are numbers and labels. */
function listPieces(line: string): readonly string[] {
  const pieces = foldProse(line);
  const isRow = line.trim().search(cellGap) >= 0;
  return isRow ? pieces.filter(({ length }) => length >= shingleLength) : pieces;
}

function dropBoilerplate(piece: string, boilerplate: Boilerplate): string {
  let own = "";
  let kept = 0;
  for (let at = 0; at + shingleLength <= piece.length; at += 1) {
    if (!boilerplate.has(piece.slice(at, at + shingleLength))) continue;
    own += piece.slice(kept, Math.max(kept, at));
    kept = at + shingleLength;
  }
  return own + piece.slice(kept);
}
