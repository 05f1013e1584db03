import type { Cell } from "./cell.ts";

/**
 * Numbers printed without anything between them (`规章000`). They are parted only where there is one way to do it
 * and the digits cannot be one number: it would begin with a zero.
 */
export function splitGlued(cell: Cell, count: number): readonly Cell[] | null {
  const printed = cell.number?.raw ?? "";
  const digits = printed.normalize("NFKC");
  if (!/^0\d{1,40}$/u.test(digits) || digits.length < count) return null;
  const ways = listWays(digits, count);
  const [only] = ways;
  if (ways.length !== 1 || !only) return null;
  const from = cell.words?.start ?? 0;
  let at = 0;
  return only.map((part) => {
    const [start, end] = [at, (at += part.length)];
    const raw = printed.slice(start, end);
    return {
      ...cell,
      text: raw,
      number: { value: Number(part), unit: null, raw, end: 0 },
      words: cell.words && { ...cell.words, start: from + start, end: from + end },
    };
  });
}

/** All ways, two at most, to part digits into so many numbers without leading zeros. */
function listWays(digits: string, count: number): readonly (readonly string[])[] {
  if (count === 1) return digits === "0" || !digits.startsWith("0") ? [[digits]] : [];
  const ways: (readonly string[])[] = [];
  const longest = digits.startsWith("0") ? 1 : digits.length - count + 1;
  for (let length = 1; length <= longest && ways.length < 2; length++)
    for (const rest of listWays(digits.slice(length), count - 1))
      ways.push([digits.slice(0, length), ...rest]);
  return ways.slice(0, 2);
}
