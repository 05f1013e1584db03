import type { Span } from "../language/parsed-query.ts";

/** Latin letters that may be pinyin, and where they stand: one word, or several with spaces between. */
export interface TypedLetters extends Span {
  readonly letters: string;
}

const longestSequence = 12;
const joints = /^ +$/;
const latin = /[a-zü'’]+/gu;
/** Letters beside these belong to a code, an address or a foreign name. */
const attached = /[\p{N}\p{P}\p{S}\p{Script=Latin}]/u;

/** Letters of words in a sequence, the longest runs of words first. `plain` is the query as it is compared. */
export function listLetters(words: readonly Span[], plain: string): readonly TypedLetters[] {
  const within = words.flatMap((word) => listWithin(word, plain));
  const found: TypedLetters[] = [];
  for (const [first, { start }] of within.entries()) {
    let letters = "";
    for (const [index, word] of within.slice(first, first + longestSequence).entries()) {
      const before = within[first + index - 1];
      if (index > 0 && !joints.test(plain.slice(before?.end ?? 0, word.start))) break;
      letters += word.letters;
      found.push({ start, end: word.end, letters });
    }
  }
  return found.sort((a, b) => b.letters.length - a.letters.length || a.start - b.start);
}

function listWithin({ start, end }: Span, plain: string): readonly TypedLetters[] {
  return [...plain.slice(start, end).matchAll(latin)].flatMap(({ 0: run, index }) => {
    const span = { start: start + index, end: start + index + run.length };
    const isAttached =
      (index > 0 && attached.test(plain.charAt(span.start - 1))) ||
      (span.end < end && attached.test(plain.charAt(span.end)));
    const letters = run.replaceAll("ü", "v").replaceAll(/['’]/g, "");
    return isAttached || letters === "" ? [] : [{ ...span, letters }];
  });
}
