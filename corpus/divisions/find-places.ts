import type { Division } from "../division.ts";
import type { Gazetteer } from "./gazetteer.ts";

/**
 * A province, city or county named in a text: every place it may mean, and the words. `chain` holds the words
 * of the larger place right before them too, where they were read within it; `isWhole` says that no smaller
 * place within it follows right after.
 */
export interface Mention {
  readonly divisions: readonly Division[];
  readonly words: string;
  readonly chain: string;
  readonly isWhole: boolean;
}

interface Span {
  readonly divisions: readonly Division[];
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** The longest name of a county or a larger place has 15 characters. */
const longestName = 15;
/** Last characters of names; townships are read too, so that no part of one is taken for a county. */
const lastCharacter = /[省市区县州盟旗岛域城会镇乡道]/g;
/** What turns the words before it into a smaller place or into no place at all: 古县镇, 和县级. */
const swallowing = /^(?:镇|乡|村|街道|社区|路|大道)/u;
const shortSwallowing = /^(?:[级域委直里内外城长情]|镇|乡|村|街道|社区|路|大道)/u;
/** Names that are also plain words. They count at the start of words or right after a larger place. */
const plainWord = /^(?:..|市[中南北]区|城[关中东西南北]区|[东西南北新老]城区|新市区|解放区)$/u;

/**
 * The provinces, cities and counties that a text names, each where its longest reading stands:
 * 高唐县 is never 唐县, 古县镇 never 古县. A place right after a larger one is read within it.
 */
export function findPlaces(text: string, gazetteer: Gazetteer): readonly Mention[] {
  return dropOverlaps(collectSpans(text, gazetteer)).flatMap((span, index, spans) => {
    const counties = span.divisions.filter(({ level }) => level !== "township");
    if (counties.length === 0 || !isOwnWord(text, span)) return [];
    return [readWithin({ ...span, divisions: counties }, index, spans)];
  });
}

function collectSpans(text: string, gazetteer: Gazetteer): readonly Span[] {
  const spans: Span[] = [];
  for (const { index } of text.matchAll(lastCharacter)) {
    const end = index + 1;
    for (const length of gazetteer.lengthsOf(text.slice(end - 2, end))) {
      const start = end - length;
      if (start < 0 || length > longestName) continue;
      const words = text.slice(start, end);
      const divisions = gazetteer.called(words);
      if (divisions.length === 0) continue;
      spans.push({ divisions, words, start, end });
      break;
    }
  }
  return spans;
}

/** Of two readings that share characters the one that starts first holds: 长沙市区 is 长沙市, not 沙市区. */
function dropOverlaps(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    let last = kept.at(-1);
    while (last && last.start >= span.start && last.end > span.start) {
      kept.pop();
      last = kept.at(-1);
    }
    if (!last || last.end <= span.start) kept.push(span);
  }
  return kept;
}

function readWithin(span: Span, index: number, spans: readonly Span[]): Mention {
  const before = spans[index - 1];
  const within = before?.end === span.start ? listWithin(span.divisions, before.divisions) : [];
  const after = spans[index + 1];
  const isWhole =
    after?.start !== span.end ||
    listWithin(after.divisions, spans[index]?.divisions ?? []).length === 0;
  const { words, divisions } = span;
  if (within.length === 0) return { divisions, words, chain: words, isWhole };
  return { divisions: within, words, chain: (before?.words ?? "") + words, isWhole };
}

function listWithin(places: readonly Division[], above: readonly Division[]): readonly Division[] {
  return places.filter(({ code }) =>
    above.some((larger) => code !== larger.code && code.startsWith(larger.code)),
  );
}

function isOwnWord(text: string, { words, start, end }: Span): boolean {
  const after = text.slice(end, end + 2);
  if (!plainWord.test(words)) return !swallowing.test(after);
  const before = text.charAt(start - 1);
  const isStart = start === 0 || /[^\p{Script=Han}]|[省市州盟在由从向到于]/u.test(before);
  return isStart && !shortSwallowing.test(after);
}
