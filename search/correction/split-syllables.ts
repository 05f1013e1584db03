const mostSyllables = 12;
const mostWays = 12;

/**
 * The ways to read Latin letters as syllables of pinyin, the fewest syllables first (xian: xian, then xi an). Spaces and
 * apostrophes always part them; ü may be typed as v or u:.
 */
export function splitSyllables(
  typed: string,
  isSyllable: (letters: string) => boolean,
): readonly (readonly string[])[] {
  const chunks = typed
    .toLowerCase()
    .replaceAll(/ü|u:/g, "v")
    .split(/[\s'’]+/)
    .filter((chunk) => chunk !== "");
  let ways: readonly (readonly string[])[] = [[]];
  for (const chunk of chunks) {
    const own = splitChunk(chunk, isSyllable);
    ways = ways.flatMap((way) => own.map((next) => [...way, ...next])).slice(0, mostWays);
  }
  return ways.filter(({ length }) => length <= mostSyllables);
}

const longestSyllable = 6;

function splitChunk(
  chunk: string,
  isSyllable: (letters: string) => boolean,
): readonly (readonly string[])[] {
  const ways: (readonly string[])[][] = [[[]]];
  for (let end = 1; end <= chunk.length; end += 1) {
    const here: (readonly string[])[] = [];
    for (let start = Math.max(0, end - longestSyllable); start < end; start += 1) {
      const syllable = chunk.slice(start, end);
      if (isSyllable(syllable)) for (const way of ways[start] ?? []) here.push([...way, syllable]);
    }
    ways[end] = here.toSorted((a, b) => a.length - b.length).slice(0, mostWays);
  }
  return ways[chunk.length] ?? [];
}
