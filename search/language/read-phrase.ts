/** Opening quotation marks and what closes each besides `"`. */
const closers: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "”"],
  ["「", "」"],
  ["『", "』"],
  ["〝", "〞"],
]);
const closingMarks = new Set(closers.values());
/** `”` is typed for both by many. */
const openingMarks = new Set(['"', "”", ...closers.keys()]);
/** A phrase is no longer: looking for a mark that nobody typed must end. */
const longestPhrase = 500;

/** Any mark that begins or ends a phrase. */
export const quotationMark = /["“”„「」『』〝〞]/u;

/**
 * The offset of the mark that closes the phrase opened at `start`, null where none does. Marks of all kinds may be
 * mixed (`“…"`); a pair within a phrase belongs to it. `folded` is a folded query.
 */
export function findPhraseEnd(folded: string, start: number): number | null {
  if (!openingMarks.has(folded.charAt(start))) return null;
  const inner: string[] = [];
  const last = Math.min(folded.length, start + 1 + longestPhrase);
  for (let at = start + 1; at < last; at += 1) {
    const char = folded.charAt(at);
    if (char === '"') return at;
    const closer = closers.get(char);
    if (closer !== undefined) inner.push(closer);
    else if (closingMarks.has(char)) {
      const depth = inner.lastIndexOf(char);
      if (depth === -1) return at;
      inner.length = depth;
    }
  }
  return null;
}
