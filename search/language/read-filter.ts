import { findFilterKey, labelFilter, listFilterKeys, listLabels } from "./filter-keys.ts";
import { readFilterValue } from "./filter-value.ts";
import { findNearestName } from "./nearest-name.ts";
import type { FilterKey, QueryProblem, Span, TextNode, TypedFilter } from "./parsed-query.ts";
import { matchAt, type QuerySource } from "./query-source.ts";
import type { TypedHead } from "./read-condition.ts";
import { findPhraseEnd } from "./read-phrase.ts";
import { hasLetterOrDigit, isOperatorWord } from "./read-word.ts";
import { buildPartToken, type TypedToken } from "./typed-token.ts";
import { buildYearsFrom, labelYears, listYears, readYears, type YearRange } from "./year-value.ts";

/** One value of a filter as typed. */
interface TypedValue {
  readonly text: string;
  readonly span: Span;
}

const bare = /(?:。。|[^ ()|,、。;!?"“”„「」『』〝〞])+/uy;
const quote = /["“„「『〝]/u;
const spacedComma = / *[,、] *|\|/uy;
const mostValues = 50;

/** Reads a filter (`year:2019..2021`, `地区：青山县、柳泉县`) from its name on; null where the name is no filter's. */
export function readFilter(source: QuerySource, head: TypedHead): TypedToken | null {
  const key = findFilterKey(source.names.simplify(head.name));
  if (key === null) return null;
  const excluded = head.operator === "!=" || head.operator === "<>" || head.operator === "≠";
  if (!excluded && !/^(?::|==?)$/.test(head.operator))
    return key === "year" ? readYearsFrom(source, head) : null;
  const values = listValues(source, key, head.valueAt);
  const end = values.at(-1)?.span.end ?? head.span.end;
  const found: Found = { key, excluded, values, span: { start: head.span.start, end } };
  if (values.length === 0) return buildMissing(found, head.name);
  return key === "year" ? buildYears(found, source) : buildValues({ ...found, key }, source);
}

/** Advice where a name is nearly that of a filter (`yaer:2020`); null where it is not. */
export function findMisspelling(source: QuerySource, head: TypedHead): QueryProblem | null {
  if (head.operator !== ":" || !/^[a-z]{4,12}$/i.test(head.name)) return null;
  if (matchAt(source, bare, head.valueAt) === null) return null;
  const limit = head.name.length > 5 ? 2 : 1;
  const nearest = findNearestName(head.name.toLowerCase(), listFilterKeys(), limit);
  if (nearest === null) return null;
  const message = `没有叫“${head.name}”的筛选，已当作普通的词检索；是不是 ${nearest}:？`;
  return { message, span: { start: head.span.start, end: head.span.end } };
}

interface Found<Key extends FilterKey = FilterKey> {
  readonly key: Key;
  readonly excluded: boolean;
  readonly values: readonly TypedValue[];
  readonly span: Span;
}

function listValues(source: QuerySource, key: FilterKey, start: number): readonly TypedValue[] {
  const values: TypedValue[] = [];
  let at: number | null = start;
  while (at !== null && values.length < mostValues) {
    const value = readValue(source, at);
    if (value === null) break;
    values.push(value);
    at = findNextValue(source, key, value.span.end);
  }
  return values;
}

function readValue({ query, ...source }: QuerySource, at: number): TypedValue | null {
  if (quote.test(source.folded.charAt(at))) {
    const end = findPhraseEnd(source.folded, at);
    if (end === null) return null;
    return { text: query.slice(at + 1, end), span: { start: at, end: end + 1 } };
  }
  const found = matchAt({ query, ...source }, bare, at);
  if (found === null || isOperatorWord(found[0])) return null;
  const end = at + found[0].length;
  return { text: query.slice(at, end), span: { start: at, end } };
}

/**
 * Where the next value of a list begins. Behind a comma that may part words as well (，, or with spaces around it)
 * comes one only if it can be read; behind another, what cannot is a value that nobody knows.
 */
function findNextValue(source: QuerySource, key: FilterKey, end: number): number | null {
  const mark = matchAt(source, spacedComma, end)?.[0] ?? "";
  if (mark === "") return null;
  const at = end + mark.length;
  const value = readValue(source, at);
  if (value === null || hasOperator(source, value.span)) return null;
  const isLoose = mark.length > 1 || source.query.charAt(end) === "，";
  if (isLoose) return key !== "agency" && isReadable(source, key, value) ? at : null;
  return key !== "year" || /^\d/.test(source.folded.slice(at)) ? at : null;
}

function hasOperator({ folded }: QuerySource, { start, end }: Span): boolean {
  return /[:<>=]/.test(folded.slice(start, end));
}

function isReadable(source: QuerySource, key: FilterKey, { text }: TypedValue): boolean {
  if (key === "year") return readYears(foldYear(text, source)) !== null;
  return readFilterValue(key, text, source.names) !== null;
}

function readYearsFrom(source: QuerySource, head: TypedHead): TypedToken | null {
  const found = matchAt(source, /(\d{4})年?(?=$|[^\p{L}\p{N}.])/uy, head.valueAt);
  const end = head.valueAt + (found?.[0].length ?? 0);
  const span = { start: head.span.start, end: Math.max(end, head.span.end) };
  const years =
    found === null ? null : buildYearsFrom(foldOperator(head.operator), Number(found[1]));
  if (years === null) return buildPartToken(span, {}, [{ message: sayBadYear(""), span }]);
  return buildPartToken(span, { filters: [buildYearFilter(years, { excluded: false, span })] });
}

function foldOperator(operator: string): string {
  return operator.replace(/[≥≧]|=>/, ">=").replace(/[≤≦]|=</, "<=");
}

function buildYears(found: Found, source: QuerySource): TypedToken {
  const { values, span, excluded } = found;
  const read = values.map((value) => ({ value, years: readYears(foldYear(value.text, source)) }));
  const problems = read
    .filter(({ years }) => years === null)
    .map(({ value }) => ({ message: sayBadYear(value.text), span: value.span }));
  const ranges = read.flatMap(({ years }) => (years === null ? [] : [years]));
  const [first] = ranges;
  if (first === undefined) return buildPartToken(span, {}, problems);
  const isRange = ranges.length === 1 && first.from !== first.to;
  const filter: TypedFilter = isRange
    ? buildYearFilter(first, { excluded, span })
    : {
        key: "year",
        values: [...new Set(ranges.flatMap(listYears))],
        excluded,
        label: labelValues("year", ranges.map(labelYears)),
        span,
      };
  return buildPartToken(span, { filters: [filter] }, problems);
}

function foldYear(text: string, { names }: QuerySource): string {
  return names.simplify(text.normalize("NFKC").replaceAll("\u2212", "-")).replaceAll(" ", "");
}

function buildYearFilter(
  years: YearRange,
  rest: Pick<TypedFilter, "excluded" | "span">,
): TypedFilter {
  return {
    key: "year",
    values: [],
    ...years,
    label: labelValues("year", [labelYears(years)]),
    ...rest,
  };
}

function buildValues(found: Found<Exclude<FilterKey, "year">>, source: QuerySource): TypedToken {
  const { key, values, excluded, span } = found;
  const read = values.map((value) => ({
    value,
    meant: readFilterValue(key, value.text, source.names),
  }));
  const known = read.flatMap(({ meant }) => (meant === null ? [] : [meant]));
  const used = known.length > 0 || excluded ? "没有用它" : "已当作短语检索";
  const problems = read
    .filter(({ meant }) => meant === null)
    .map(({ value }) => ({ message: sayUnknown(key, value.text, used), span: value.span }));
  if (known.length === 0) return buildUnread(found, problems);
  const filter: TypedFilter = {
    key,
    values: [...new Set(known.flatMap(({ values }) => values))],
    excluded,
    label: labelValues(key, [...new Set(known.map(({ label }) => label))]),
    span,
  };
  return buildPartToken(span, { filters: [filter] }, problems);
}

/** None of the names can be read: each is a phrase to be found; nothing is left out for their sake. */
function buildUnread(found: Found, problems: readonly QueryProblem[]): TypedToken {
  const { values, span, excluded } = found;
  if (excluded) return buildPartToken(span, {}, problems);
  const [first, ...others] = values
    .filter(({ text }) => hasLetterOrDigit(text))
    .map(({ text, span }): TextNode => ({ kind: "phrase", text, excluded: false, span }));
  if (first === undefined) return buildPartToken(span, {}, problems);
  const node: TextNode =
    others.length === 0
      ? { ...first, span }
      : { kind: "any", options: [first, ...others].map((option) => [option]), span };
  return buildPartToken(span, { text: [node] }, problems);
}

function buildMissing({ span, key }: Found, name: string): TypedToken {
  const message = `“${name}”后面没有写${labelFilter(key)}，请紧跟着写上，例如 ${examples[key] ?? `${key}:…`}。`;
  return buildPartToken(span, {}, [{ message, span }]);
}

const examples: Readonly<Partial<Record<FilterKey, string>>> = {
  region: "region:惠安县",
  year: "year:2019..2021",
  section: "section:问题与改进",
  level: "level:县",
  kind: "kind:部门",
  form: "form:2021",
  agency: "agency:教育局",
};

function labelValues(key: FilterKey, labels: readonly string[]): string {
  return `${labelFilter(key)}：${labels.join("、")}`;
}

function sayBadYear(text: string): string {
  return `${text === "" ? "这里" : `“${text}”`}不是 2000 至 2100 之间的年份，没有用它；请写成 year:2020 或 year:2019..2021。`;
}

function sayUnknown(key: FilterKey, text: string, used: string): string {
  if (key === "region") return `地名录里没有“${text}”，${used}；请核对写法，例如写全“惠安县”。`;
  return `${labelFilter(key)}里没有“${text}”，${used}；可以写 ${listLabels(key).join("、")}。`;
}
