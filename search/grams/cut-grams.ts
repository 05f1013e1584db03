/** The engine reads so many words of a field (65,535) and drops the others without a word. */
const mostWords = 60_000;
/** A phrase up to this long is found across the border of two parts. */
const overlap = 200;
/** Fields for what lies behind the first: 300,000 characters in all, more than any report has. */
const restFields = 4;

/** Grams of a content that the engine reads whole: what is too long goes on in further fields. */
export function cutGrams(grams: string): {
  readonly content: string;
  readonly rest: Readonly<Record<string, string>>;
} {
  // A word and its space are at least four characters.
  if (grams.length < 4 * mostWords) return { content: grams, rest: {} };
  const words = grams.split(" ");
  const parts: string[] = [];
  for (let at = 0; at < words.length && parts.length <= restFields; at += mostWords - overlap)
    parts.push(words.slice(at, at + mostWords).join(" "));
  const [content = "", ...rest] = parts;
  return { content, rest: Object.fromEntries(rest.map((part, at) => [`part${at}`, part])) };
}
