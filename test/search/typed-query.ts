import fc from "fast-check";
import { sectionKinds } from "../../corpus/section.ts";
import { buildGrep } from "./plain-grep.ts";
import type { TrueSection } from "./true-corpus.ts";

/** A query as typed, and what it asks for. */
export interface TypedQuery {
  readonly text: string;
  readonly holds: (section: TrueSection) => boolean;
}

/** The key and the numbers by report that conditions ask for. */
export interface KnownNumbers {
  readonly key: string;
  readonly byReport: ReadonlyMap<string, number>;
}

function buildText(text: string, typed: string): TypedQuery {
  const grep = buildGrep(text);
  return { text: typed, holds: (section) => section.texts.some(grep) };
}

/** Where a text may be cut: not within a number or a Latin word, as grep does not look there either. */
function isBorder(text: string, at: number): boolean {
  const near = `${text.slice(0, at)}|${text.slice(at)}`.normalize("NFKC");
  return !/[a-z\d]\|[a-z\d]|\d[.,]\|\d|\d\|[.,]\d/iu.test(near);
}

const quotes = /["“”„「」『』〝〞＂]/u;

/** A stretch of a text, now and then with two characters exchanged, which hardly any text holds. */
function buildPhrases(texts: readonly string[]): fc.Arbitrary<TypedQuery> {
  return fc
    .record({
      text: fc.constantFrom(...texts),
      start: fc.nat({ max: 400 }),
      length: fc.integer({ min: 1, max: 14 }),
      swapped: fc.integer({ min: 0, max: 9 }).map((side) => side === 0),
    })
    .map(({ text, start, length, swapped }) => {
      const from = start % text.length;
      const to = Math.min(text.length, from + length);
      if (!isBorder(text, from) || !isBorder(text, to)) return "";
      const [first = "", second = "", ...others] = Array.from(text.slice(from, to));
      const isHan = /^\p{Script=Han}{2}$/u.test(first + second);
      return swapped && isHan ? second + first + others.join("") : text.slice(from, to);
    })
    .filter((phrase) => /[\p{L}\p{Nd}]/u.test(phrase) && !quotes.test(phrase))
    .map((phrase) => buildText(phrase, `"${phrase}"`));
}

/** Words that the dictionary keeps whole, numbers and codes. */
const words: readonly string[] = [
  ["行政处罚", "行政许可", "政府信息公开", "依申请公开", "主动公开", "申请", "公示", "處罰"],
  ["官庄镇", "松岭乡", "临江区", "和平县", "膘尔托阔"],
  [
    "8840",
    "1,234",
    "1234",
    "12.5%",
    "12",
    "2021年",
    "５",
    "IPv6",
    "COVID-19",
    "www.reports.gov.cn",
  ],
].flat();

function buildFilters({ key, byReport }: KnownNumbers): fc.Arbitrary<TypedQuery> {
  const year = fc.integer({ min: 2016, max: 2024 });
  const years = fc.tuple(year, year).map(([one, other]) => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    return {
      text: `year:${from}..${to}`,
      holds: ({ report }: TrueSection) => report.year >= from && report.year <= to,
    };
  });
  const region = fc.constantFrom("和平县", "官庄镇", "碧海市", "云岫省").map((name) => ({
    text: `region:${name}`,
    holds: ({ report }: TrueSection) => report.regions.some((one) => one.name === name),
  }));
  const section = fc.constantFrom(...sectionKinds.slice(0, 6)).map((kind) => ({
    text: `section:${kind}`,
    holds: (one: TrueSection) => one.kind === kind,
  }));
  const agency = fc.constantFrom("教育局", "和平县", "人民政府", "财政局").map((name) => ({
    text: `agency:${name}`,
    holds: ({ report }: TrueSection) => report.agency.includes(name),
  }));
  const number = fc.integer({ min: 0, max: 120 }).map((limit) => ({
    text: `${key}>${limit}`,
    holds: ({ report }: TrueSection) => (byReport.get(report.id) ?? -1) > limit,
  }));
  const excludable = fc.oneof(years, region, section, agency);
  return fc.oneof(excludable, excludable.map(exclude), number);
}

function exclude({ text, holds }: TypedQuery): TypedQuery {
  return { text: `-${text}`, holds: (section) => !holds(section) };
}

function choose(options: readonly TypedQuery[]): TypedQuery {
  return {
    text: `(${options.map(({ text }) => text).join(" OR ")})`,
    holds: (section) => options.some((option) => option.holds(section)),
  };
}

function sequence(parts: readonly TypedQuery[]): TypedQuery {
  return {
    text: parts.map(({ text }) => text).join(" "),
    holds: (section) => parts.every((part) => part.holds(section)),
  };
}

/** Queries of words, phrases, exclusions, choices and filters, about the texts of these sections. */
export function buildTypedQueries(
  sections: readonly TrueSection[],
  numbers: KnownNumbers,
): fc.Arbitrary<TypedQuery> {
  const phrases = buildPhrases(sections.map(({ text }) => text));
  const word = fc.constantFrom(...words).map((text) => buildText(text, text));
  const atom = fc.oneof({ weight: 3, arbitrary: phrases }, { weight: 2, arbitrary: word });
  const side = fc.oneof(
    { weight: 5, arbitrary: atom },
    {
      weight: 1,
      arbitrary: fc
        .tuple(atom, atom)
        .map(sequence)
        .map(({ text, holds }) => ({ text: `(${text})`, holds })),
    },
    { weight: 1, arbitrary: atom.map(exclude) },
  );
  const choice = fc.array(side, { minLength: 2, maxLength: 3 }).map(choose);
  const part = fc.oneof(
    { weight: 6, arbitrary: atom },
    { weight: 2, arbitrary: choice },
    { weight: 2, arbitrary: atom.map(exclude) },
    { weight: 1, arbitrary: fc.tuple(atom, atom).map(choose).map(exclude) },
    { weight: 2, arbitrary: buildFilters(numbers) },
  );
  return fc.array(part, { minLength: 1, maxLength: 3 }).map(sequence);
}
