import type { DrawnSheet } from "./drawing.ts";

/** Characters that no print shows: controls, private use, surrogates, what Unicode has not assigned. */
const impossible = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\ufffd]/u;
/** Letters of a script that Chinese print seldom holds, rare Han of extension A among them. */
const rare =
  /[\u3400-\u4dbf]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Yi}])[\p{L}\p{M}]/u;
/** A text in one minority script stays within this many blocks of 256 characters. */
const mostBlocks = 4;
/** From this share of such characters on, a font does not say what it prints. */
const share = 0.2;

interface Tally {
  glyphs: number;
  impossible: number;
  rare: number;
  readonly blocks: Set<number>;
}

/**
 * The fonts whose glyphs have no or a wrong table of characters (ISO 32000-2, 9.10.3): their numbers read as
 * controls, or as letters from all over Unicode.
 */
export function findUnreadableFonts(sheets: readonly DrawnSheet[]): ReadonlySet<string> {
  const tallies = new Map<string, Tally>();
  for (const { drawing } of sheets)
    for (const { font, text } of drawing.glyphs) {
      const tally = tallies.get(font) ?? { glyphs: 0, impossible: 0, rare: 0, blocks: new Set() };
      tallies.set(font, tally);
      countText(tally, text);
    }
  return new Set([...tallies].filter(([, tally]) => isUnreadable(tally)).map(([font]) => font));
}

function countText(tally: Tally, text: string): void {
  tally.glyphs++;
  if (impossible.test(text)) tally.impossible++;
  else if (rare.test(text)) {
    tally.rare++;
    tally.blocks.add((text.codePointAt(0) ?? 0) >> 8);
  }
}

function isUnreadable({ glyphs, impossible, rare, blocks }: Tally): boolean {
  const strange = impossible + (blocks.size > mostBlocks ? rare : 0);
  return strange > glyphs * share;
}
