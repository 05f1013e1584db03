import type { Buffer } from "node:buffer";
import type { ListLevel, NumberedList } from "../lists/numbered-list.ts";
import { readListLevel } from "./read-list-level.ts";
import type { WordBinary } from "./word-binary.ts";

const listSize = 28;
const overrideSize = 16;
const levelsOfList = 9;

type Levels = ReadonlyMap<number, ListLevel>;

/**
 * The lists of a document by the number that paragraphs use, from 1 ([MS-DOC] 2.9.189 PlfLst, 2.9.187 PlfLfo).
 * Where they are damaged there are none: only the automatic numbers are lost then.
 */
export function readLists(binary: WordBinary): ReadonlyMap<number, NumberedList> {
  try {
    return readOverrides(binary.table("overrides"), readDefinitions(binary.tableOn("lists")));
  } catch (cause) {
    if (cause instanceof RangeError) return new Map();
    throw cause;
  }
}

/** The levels of all lists follow behind the last list. */
function readDefinitions(table: Buffer): ReadonlyMap<number, Levels> {
  const definitions = new Map<number, Levels>();
  if (table.length === 0) return definitions;
  const count = table.readUInt16LE(0);
  let next = 2 + listSize * count;
  for (let index = 0; index < count; index++) {
    const at = 2 + listSize * index;
    const isSimple = (table.readUInt8(at + 26) & 1) !== 0;
    const levels = new Map<number, ListLevel>();
    for (let number = 0; number < (isSimple ? 1 : levelsOfList); number++) {
      const { level, end } = readListLevel(table, next, number);
      levels.set(number, level);
      next = end;
    }
    definitions.set(table.readInt32LE(at), levels);
  }
  return definitions;
}

/** What paragraphs point to: a list with levels of its own or numbers that begin anew. */
function readOverrides(
  table: Buffer,
  definitions: ReadonlyMap<number, Levels>,
): ReadonlyMap<number, NumberedList> {
  const lists = new Map<number, NumberedList>();
  if (table.length === 0) return lists;
  const count = table.readUInt32LE(0);
  let next = 4 + overrideSize * count;
  for (let index = 0; index < count; index++) {
    const at = 4 + overrideSize * index;
    const counter = table.readInt32LE(at);
    const levels = new Map(definitions.get(counter));
    const restarts = new Map<number, number>();
    next += 4;
    for (let left = table.readUInt8(at + 12); left > 0; left--) {
      const flags = table.readUInt32LE(next + 4);
      const number = flags & 0xf;
      const hasLevel = (flags & 0x20) !== 0;
      if ((flags & 0x10) !== 0 && !hasLevel) restarts.set(number, table.readInt32LE(next));
      next += 8;
      if (!hasLevel) continue;
      const own = readListLevel(table, next, number);
      levels.set(number, own.level);
      if ((flags & 0x10) !== 0) restarts.set(number, own.level.start);
      next = own.end;
    }
    lists.set(index + 1, { id: String(index + 1), counter: String(counter), levels, restarts });
  }
  return lists;
}
