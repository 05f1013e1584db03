import { cutHan } from "../words/jieba-dictionary.ts";

/** Names by their first piece, the longest first, for the few names that the dictionary still cuts. */
type CutNames = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * Builds a function that puts names together again which the dictionary cuts although it has been given them:
 * it weighs a new word like a rare one, so 和平县 stays 和平 and 县, both frequent.
 */
export function buildNameMerger(
  names: readonly string[],
): (pieces: readonly string[]) => readonly string[] {
  const cutNames = buildCutNames(names);
  return (pieces) => {
    if (!pieces.some((piece) => cutNames.has(piece))) return pieces;
    const merged: string[] = [];
    for (let at = 0; at < pieces.length;) {
      const length = countPiecesOfName(pieces, at, cutNames);
      merged.push(pieces.slice(at, at + length).join(""));
      at += length;
    }
    return merged;
  };
}

function buildCutNames(names: readonly string[]): CutNames {
  const found = new Map<string, (readonly string[])[]>();
  for (const name of new Set(names)) {
    const pieces = cutHan(name);
    const [first] = pieces;
    if (first === undefined || pieces.length === 1) continue;
    found.set(first, [...(found.get(first) ?? []), pieces]);
  }
  for (const list of found.values()) list.sort((a, b) => b.length - a.length);
  return found;
}

function countPiecesOfName(pieces: readonly string[], at: number, cutNames: CutNames): number {
  const candidates = cutNames.get(pieces[at] ?? "") ?? [];
  const name = candidates.find((parts) =>
    parts.every((part, index) => pieces[at + index] === part),
  );
  return name?.length ?? 1;
}
