const numbers = /\d+(?:[.,]\d+)*/gu;
/** The number of a paragraph or row is no datum. */
const numbering = /^\d{1,2}[.、．]/u;

/**
 * Replaces the digits of each number that a second reading does not have at its place in turn by U+FFFD; of all,
 * where it has more or fewer numbers. The texts are parts of one, whose numbers may go on from one to the next.
 */
export function markDoubtfulNumbers(texts: readonly string[], again: string): readonly string[] {
  const [own, other] = [texts.join(""), again].map(listNumbers);
  const isSameCount = own?.length === other?.length;
  const doubtful = new Set<number>();
  own?.forEach(({ text, at }, index) => {
    if (isSameCount && other?.[index]?.text === text) return;
    for (let place = at; place < at + text.length; place++) doubtful.add(place);
  });
  let offset = 0;
  return texts.map((text) => {
    const marked = Array.from({ length: text.length }, (_, at) =>
      doubtful.has(offset + at) && /\d/u.test(text.charAt(at)) ? "\ufffd" : text.charAt(at),
    ).join("");
    offset += text.length;
    return marked;
  });
}

function listNumbers(text: string): readonly { readonly text: string; readonly at: number }[] {
  const skipped = numbering.exec(text)?.[0].length ?? 0;
  return [...text.matchAll(numbers)]
    .filter(({ index }) => index >= skipped)
    .map((match) => ({ text: match[0], at: match.index }));
}
