/** A stretch of a query: what stands between quotation marks, or a run without spaces; `excluded` after a minus. */
export interface QueryPart {
  readonly text: string;
  readonly quoted: boolean;
  readonly excluded: boolean;
}

/** Opening quotation marks and what may close each. */
const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["＂", "＂"],
  ["“", "”"],
  ["”", "”"],
  ["„", "”"],
  ["「", "」"],
  ["『", "』"],
]);
const minus = /^[-－−]$/u;
const space = /^\s$/u;

/**
 * Reads a query: words, "phrases" in any quotation marks, and either with a minus before it.
 * A minus counts only where a word begins (not in 2019-2021); a mark that nothing closes is dropped.
 */
export function parseQuery(query: string): readonly QueryPart[] {
  const parts: QueryPart[] = [];
  for (let at = 0; at < query.length;) {
    if (space.test(query.charAt(at))) {
      at += 1;
      continue;
    }
    const atStart = at === 0 || space.test(query.charAt(at - 1));
    const excluded = atStart && minus.test(query.charAt(at));
    const { text, quoted, end } = readPart(query, excluded ? at + 1 : at);
    if (text !== "") parts.push({ text, quoted, excluded });
    at = Math.max(end, at + 1);
  }
  return parts;
}

function readPart(query: string, start: number): { text: string; quoted: boolean; end: number } {
  const closer = closers.get(query.charAt(start));
  if (closer !== undefined) {
    const end = query.indexOf(closer, start + 1);
    if (end !== -1) return { text: query.slice(start + 1, end).trim(), quoted: true, end: end + 1 };
    return { text: "", quoted: false, end: start + 1 };
  }
  let end = start;
  while (end < query.length && !space.test(query.charAt(end)) && !closers.has(query.charAt(end))) {
    end += 1;
  }
  return { text: query.slice(start, end), quoted: false, end };
}
