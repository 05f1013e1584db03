import { normalizeSpace } from "../page/normalize-space.ts";
import type { LabelEntry } from "./label-entry.ts";
import { findNumberingEnd } from "./strip-numbering.ts";
import { longestLabel, vocabulary } from "./vocabulary.ts";

/**
 * A label of the forms found in a text. `words` is it as printed without its numbering, `number` the numbering,
 * `remark` what stands in brackets behind it, `end` the offset after all of it.
 */
export interface PrintedLabel {
  readonly entries: readonly LabelEntry[];
  readonly words: string;
  readonly number: string | null;
  readonly remark: string | null;
  readonly end: number;
}

const skipped = /[\s\u200b'"“”‘’（）()《》「」、，,:：·/／…]/u;
const spelling = /[\u3400-\u9fff0-9０-９]/u;
const closing = /(?:[^\S\t]{0,4}[）)]|[”’"'】\]:：]){0,4}/uy;
const remark = /[^\S\n\t]?[（(]([^（）()|\t\n]{1,40})[）)]/uy;
const numberOnly = /^[\s一二三四五六七八九十0-9０-９]+$/u;
const yearColumn =
  /(?:[1１][^\S\t]?[9９]|[2２][^\S\t]?[0０])[^\S\t]?[0-9０-９][^\S\t]?[0-9０-９][^\S\t]?年(?:[^\S\t]?度)?(?:数|累计)?(?=[\s|]|$)/uy;
/** The line below a header that names its columns: 甲 乙 丙 1 2. */
const columnLetter = /[甲乙丙丁戊](?=[\s|]|$)/uy;
const longestGap = 40;

const yearEntry: LabelEntry = {
  table: "indicators",
  role: "column",
  key: "thisYear",
  official: "本年度",
};

/** The longest label of any form that begins at the offset, white space, line ends, width and punctuation aside. */
export function scanLabel(text: string, at: number): PrintedLabel | null {
  const first = text.charAt(at);
  yearColumn.lastIndex = at;
  if (/[12１２]/u.test(first) && yearColumn.test(text))
    return buildLabel([yearEntry], { text, at, start: at, end: yearColumn.lastIndex });
  columnLetter.lastIndex = at;
  if (first >= "丁" && columnLetter.test(text)) return buildLetter(text, at);
  const start = findNumberingEnd(text, at);
  const candidates = vocabulary.get(text.charAt(start));
  if (!candidates) return findQuoted(text, at, start);
  const run = readRun(text, start);
  const found = candidates.find(({ words }) => run.words.startsWith(words));
  if (!found) return null;
  const end = run.ends[found.words.length - 1] ?? start;
  return buildLabel(found.entries, { text, at, start, end });
}

function buildLetter(text: string, at: number): PrintedLabel {
  const key = text.charAt(at);
  const entry: LabelEntry = { table: "indicators", role: "header", key, official: key };
  return buildLabel([entry], { text, at, start: at, end: at + 1 });
}

/** A label that begins with a bracket or quote (`（本列数据的…`). */
function findQuoted(text: string, at: number, start: number): PrintedLabel | null {
  if (!/[（(“"]/u.test(text.charAt(start))) return null;
  const run = readRun(text, start);
  const found = vocabulary
    .get(run.words.charAt(0))
    ?.find(({ words }) => run.words.startsWith(words));
  if (!found) return null;
  const end = run.ends[found.words.length - 1] ?? start;
  return buildLabel(found.entries, { text, at, start, end });
}

interface Span {
  readonly text: string;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

function buildLabel(entries: readonly LabelEntry[], { text, at, start, end }: Span): PrintedLabel {
  closing.lastIndex = end;
  closing.test(text);
  let after = closing.lastIndex;
  const words = normalizeSpace(text.slice(start, after)).replace(/[:：]$/u, "");
  remark.lastIndex = after;
  const match = remark.exec(text);
  const isRemark = match !== null && !numberOnly.test(match[1] ?? "");
  if (isRemark) after = remark.lastIndex;
  const number = text.slice(at, start).trim();
  return {
    entries,
    words,
    number: number === "" ? null : number,
    remark: isRemark ? (match[1] ?? null) : null,
    end: after,
  };
}

/** The Chinese characters and digits from an offset on that could spell one label, with the offset after each. */
function readRun(text: string, from: number): { words: string; ends: readonly number[] } {
  let words = "";
  const ends: number[] = [];
  for (let at = from, gap = 0; at < text.length && ends.length < longestLabel; at++) {
    const char = text.charAt(at);
    if (spelling.test(char)) {
      words += char >= "０" ? char.normalize("NFKC") : char;
      ends.push(at + 1);
      gap = 0;
    } else if (char === "\t" || !skipped.test(char) || ++gap > longestGap) break;
  }
  return { words, ends };
}
