import type { Buffer } from "node:buffer";
import { UnreadableFile } from "../../unreadable-file.ts";
import { assertNoPassword, passwordNeeded } from "../ole/assert-no-password.ts";
import type { OleFile } from "../ole/ole-file.ts";

/** Numbers of tables in the file information block ([MS-DOC] 2.5.6 FibRgFcLcb97). */
const tables = { styles: 1, characters: 12, paragraphs: 13, pieces: 33, lists: 73, overrides: 74 };

/** How many characters each part of the text has, in the order in which they follow ([MS-DOC] 2.5.4). */
export interface TextParts {
  readonly main: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
}

/**
 * The streams of a Word 97–2003 document. `table` cuts a table out of its stream, `tableOn` a table with what
 * follows it; both are empty where there is none.
 */
export interface WordBinary {
  readonly stream: Buffer;
  readonly data: Buffer | null;
  readonly parts: TextParts;
  readonly table: (name: keyof typeof tables) => Buffer;
  readonly tableOn: (name: keyof typeof tables) => Buffer;
}

const magic = 0xa5ec;
const oldMagics = new Set([0xa5dc, 0xa59b, 0xa697, 0xa699]);
const firstFib97 = 0x00c1;
const encrypted = 0x0100;
const inTable1 = 0x0200;

/** Finds the streams of a Word document in its container. Throws UnreadableFile. */
export function readWordBinary(ole: OleFile): WordBinary {
  assertNoPassword(ole);
  const stream = ole.read("WordDocument");
  if (!stream || stream.length < 0x200) throw new UnreadableFile(noDocument);
  const version = stream.readUInt16LE(2);
  if (oldMagics.has(stream.readUInt16LE(0)) || version < firstFib97)
    throw new UnreadableFile("The document is of a Word from before 1997; save it again as .docx.");
  if (stream.readUInt16LE(0) !== magic) throw new UnreadableFile(noDocument);
  const flags = stream.readUInt16LE(0x0a);
  if ((flags & encrypted) !== 0) throw new UnreadableFile(passwordNeeded);
  const name = (flags & inTable1) === 0 ? "0Table" : "1Table";
  const tableStream = ole.read(name);
  if (!tableStream) throw new UnreadableFile(noDocument);
  const find = (key: keyof typeof tables): { start: number; size: number } => {
    const at = 0x9a + 8 * tables[key];
    return { start: stream.readUInt32LE(at), size: stream.readUInt32LE(at + 4) };
  };
  return {
    stream,
    data: ole.read("Data"),
    parts: readParts(stream),
    table: (key) => tableStream.subarray(find(key).start, find(key).start + find(key).size),
    tableOn: (key) => tableStream.subarray(find(key).size > 0 ? find(key).start : Infinity),
  };
}

const noDocument = "The file holds no Word document; save it again as .docx.";

function readParts(stream: Buffer): TextParts {
  return {
    main: stream.readUInt32LE(0x4c),
    footnotes: stream.readUInt32LE(0x50),
    headers: stream.readUInt32LE(0x54),
    comments: stream.readUInt32LE(0x5c),
    endnotes: stream.readUInt32LE(0x60),
    textBoxes: stream.readUInt32LE(0x64),
  };
}
