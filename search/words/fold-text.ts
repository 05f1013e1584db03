/** Text made comparable, with the way back: `readOffset(i)` is where character `i` of `folded` begins in the original. */
export interface FoldedText {
  readonly folded: string;
  readonly readOffset: (index: number) => number;
}

/**
 * Folds full-width to half-width, upper to lower case and, by `simplify`, traditional to simplified.
 * Offsets are UTF-16; `readOffset(folded.length)` is the length of the original.
 */
export function foldText(text: string, simplify: (text: string) => string): FoldedText {
  const aligned = foldAligned(text);
  if (aligned !== null) {
    return { folded: simplifyAligned(aligned, simplify), readOffset: (index) => index };
  }
  const { folded, offsets } = foldByCharacter(text);
  return {
    folded: simplifyAligned(folded, simplify),
    readOffset: (index) => offsets[index] ?? text.length,
  };
}

/** Digits, letters and the marks of numbers and addresses. Other punctuation matches any other, so it need not fold. */
const fullWidth = /[\uFF05\uFF0D-\uFF1A\uFF20-\uFF3A\uFF3F\uFF41-\uFF5A]/g;
const fullWidthDistance = 0xfee0;
/** Everything whose length NFKC and lower-casing keep: ASCII, Han of the first plane, common punctuation. */
const keepsItsLength =
  /^[\t\n\r -~\u00B7\u2014\u2018-\u201D\u2026\u2063\u3000-\u303F\u3400-\u9FFF\uFF01-\uFF5E]*$/;

/** The quick way, for nearly all text: null where folding could move characters. */
function foldAligned(text: string): string | null {
  const half = text.replaceAll(fullWidth, (char) =>
    String.fromCharCode(char.charCodeAt(0) - fullWidthDistance),
  );
  return keepsItsLength.test(half) ? half.toLowerCase().replaceAll("\u3000", " ") : null;
}

function foldByCharacter(text: string): { folded: string; offsets: readonly number[] } {
  const offsets: number[] = [];
  let folded = "";
  let at = 0;
  for (const char of text) {
    const plain = char.normalize("NFKC").toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) offsets.push(at);
    folded += plain;
    at += char.length;
  }
  return { folded, offsets };
}

/** Conversion of characters keeps the length; where a whole word changes its length, the text stays as it is. */
function simplifyAligned(text: string, simplify: (text: string) => string): string {
  const simple = simplify(text);
  return simple.length === text.length ? simple : text;
}
