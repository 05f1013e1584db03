import type { Buffer } from "node:buffer";
import { UnreadableFile } from "../../unreadable-file.ts";
import type { WordBinary } from "./word-binary.ts";

/**
 * A run of characters that lie together in the document stream. `from` and `to` count characters of the text,
 * `at` is the place of the first byte, `width` the bytes of each character.
 */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly width: 1 | 2;
}

const damaged = "The Word document is damaged; save it again as .docx.";
const pieceSize = 8;
/** More text than this belongs to no report; pieces may claim the same bytes again and again. */
const longestText = 8_000_000;

/** The pieces of the text in their order, without a gap ([MS-DOC] 2.9.38 Clx). Throws UnreadableFile. */
export function readPieces(binary: WordBinary): readonly Piece[] {
  const table = findPieceTable(binary.table("pieces"));
  const count = Math.floor((table.length - 4) / (4 + pieceSize));
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const from = table.readUInt32LE(4 * index);
    const to = table.readUInt32LE(4 * index + 4);
    const place = table.readUInt32LE(4 * (count + 1) + pieceSize * index + 2);
    const width = (place & 0x40000000) === 0 ? 2 : 1;
    const at = width === 2 ? place & 0x3fffffff : (place & 0x3fffffff) >> 1;
    const isWrong = from !== (pieces.at(-1)?.to ?? 0) || to < from || to > longestText;
    if (isWrong || at + width * (to - from) > binary.stream.length)
      throw new UnreadableFile(damaged);
    pieces.push({ from, to, at, width });
  }
  if (pieces.length === 0) throw new UnreadableFile(damaged);
  return pieces;
}

/** Lists of properties stand before the table of pieces. */
function findPieceTable(clx: Buffer): Buffer {
  for (let at = 0; at + 5 <= clx.length; at += 3 + clx.readUInt16LE(at + 1))
    if (clx[at] === 2) return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
    else if (clx[at] !== 1) break;
  throw new UnreadableFile(damaged);
}

/** The characters of a piece. Narrow ones are those of Windows-1252, whatever the language. */
export function readPieceText({ stream }: WordBinary, piece: Piece): string {
  const bytes = stream.subarray(piece.at, piece.at + piece.width * (piece.to - piece.from));
  if (piece.width === 2) return bytes.toString("utf16le");
  return new TextDecoder("windows-1252").decode(bytes);
}
