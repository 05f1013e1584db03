import type { Section } from "../../../corpus/section.ts";
import type { Claim, MeasureKey } from "./claim.ts";
import { type Count, readCounts } from "./read-counts.ts";
import { findCountedBody } from "./find-counted-body.ts";
import { findBodies, findScope } from "./find-scope.ts";
import { readMeasures, type Reading } from "./read-measures.ts";
import { readZeroClaims } from "./read-zero-claims.ts";
import { type Sentence, splitSentences } from "./split-sentences.ts";

/** For which year the claims are read, and the text to quote from. */
export interface ClaimSource {
  readonly sections: readonly Section[];
  readonly year: number | null;
}

/** Without one of these a sentence states no number and denies nothing: most do. */
const claiming = /[\d零〇一二两三四五六七八九十百千未没无不]/u;

/**
 * Every number of the prose that a table should repeat. Numbers of a part (a channel, another year, 其中) and
 * differences are left out; what may count something else comes with its caution.
 */
export function readClaims({ sections, year }: ClaimSource): readonly Claim[] {
  return splitSentences(sections).flatMap((sentence) => {
    if (!claiming.test(sentence.text)) return [];
    const text = sections[sentence.section]?.text ?? "";
    const quote = buildQuote(sentence, text);
    return [...readNumbers(sentence, year), ...readZeroClaims(sentence, year)].map((claim) => ({
      ...claim,
      quote,
    }));
  });
}

function buildQuote({ section, start, text }: Sentence, source: string): Claim["quote"] {
  const from = start + text.length - text.trimStart().length;
  const end = start + text.trimEnd().length;
  return { section, start: from, end, text: source.slice(from, end) };
}

type Unquoted = Omit<Claim, "quote">;

function readNumbers(sentence: Sentence, year: number | null): readonly Unquoted[] {
  const counts = readCounts(sentence.text);
  const claims: Unquoted[] = [];
  const seen = new Map<MeasureKey, number>();
  const inherited = findInherited(sentence);
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index];
    if (count === undefined) break;
    const reading = readMeasures(sentence, { count, previous: counts[index - 1] ?? null, year });
    if (reading === null) continue;
    const before = inherited + reading.before;
    const scope = findScope({ ...reading, before, year });
    if (scope.kind === "part" || isPartOfSeen(reading, seen, sentence.text.slice(0, count.start)))
      continue;
    const caution = reading.caution ?? (scope.kind === "unclear" ? scope.caution : null);
    for (const [offset, measures] of spreadMeasures(reading).entries()) {
      const value = reading.mode === "row" ? counts[index + offset] : count;
      if (value === undefined || !isInRow(counts.slice(index, index + offset + 1), sentence)) break;
      for (const measure of measures) seen.set(measure, count.end);
      claims.push({
        measures,
        value: value.value,
        step: value.step,
        isApproximate: value.isApproximate,
        caution,
        bodies: findBodies(before),
        counted: findCountedBody(before),
        asides: [
          ...listAsides(value, counts, sentence.text),
          ...(reading.set === "decisions" ? listParts(value, counts, sentence.text) : []),
        ],
      });
    }
  }
  return claims;
}

/** The sentence before one that begins with 其中: its years and bodies go on. */
function findInherited({ text, lead }: Sentence): string {
  return /^\s*其中/u.test(text) ? (/[^。!?]{1,400}[。!?]$/u.exec(lead.slice(-400))?.[0] ?? "") : "";
}

function spreadMeasures({ measures, mode }: Reading): readonly (readonly MeasureKey[])[] {
  return mode === "sum" ? [measures] : measures.map((measure) => [measure]);
}

/** Whether numbers follow each other as in `分别为 3 件、2 件`. */
function isInRow(counts: readonly Count[], { text }: Sentence): boolean {
  return counts.every((count, index) => {
    const next = counts[index + 1];
    return next === undefined || /^[、,和及与\s]*$/u.test(text.slice(count.end, next.start));
  });
}

/** Totals that a sentence states once: what comes behind 其中 is a part of them. */
const totals = new Set<MeasureKey>([
  "received",
  "newReceived",
  "concluded",
  "answered",
  "processed",
  "review",
  "litigation",
  "permits",
  "penalties",
  "coercion",
  "published",
]);

function isPartOfSeen(
  { measures }: Reading,
  seen: ReadonlyMap<MeasureKey, number>,
  before: string,
): boolean {
  return measures.some((measure) => {
    const end = seen.get(measure);
    return (
      end !== undefined && totals.has(measure) && /其中|[(,]包?含|[(,]包括/u.test(before.slice(end))
    );
  });
}

/** Numbers in brackets right behind a number: `12 件(共计 75 则)`. */
function listAsides(count: Count, counts: readonly Count[], text: string): readonly number[] {
  const open = /^\s{0,2}\(/u.exec(text.slice(count.end));
  if (open === null) return [];
  const close = text.indexOf(")", count.end);
  const end = close < 0 ? text.length : close;
  return counts.filter(({ start }) => start > count.end && start < end).map(({ value }) => value);
}

/** Numbers behind 其中, up to the next part of the sentence: `办理 90 件，其中公开 30 件`. */
function listParts(count: Count, counts: readonly Count[], text: string): readonly number[] {
  const rest = /^[^;]{0,80}/u.exec(text.slice(count.end))?.[0] ?? "";
  const from = rest.indexOf("其中");
  if (from < 0) return [];
  const [start, end] = [count.end + from, count.end + rest.length];
  return counts.filter((one) => one.start > start && one.end <= end).map(({ value }) => value);
}
