import { foldQuery } from "../language/fold-query.ts";
import type { ParsedQuery, Span } from "../language/parsed-query.ts";

/** A query in which what names a report is said so that it is found: `to` stands for `from`. */
export interface ReportName {
  readonly from: string;
  readonly to: string;
  readonly query: string;
}

/** What tells places and traditional characters. */
export interface NameLanguage {
  readonly simplify: (text: string) => string;
  readonly regions: { readonly resolve: (name: string) => readonly string[] };
}

const year = String.raw`(?<year>(?:19|20)\d\d) *年?度?`;
const report = String.raw`(?<report>(?:政府|政务)?(?:信息)?(?:公开)?(?:工作)?年报)(?![^ ,，。？?])`;
const yearBefore = new RegExp(String.raw`(?<!\d)${year} *的? *${report}`, "u");
const yearFarther = new RegExp(
  String.raw`(?<!\d)${year} *的? *(?<place>\p{Script=Han}{2,}?) *的? *${report}`,
  "u",
);
const placeBefore = new RegExp(String.raw`(?<place>\p{Script=Han}{2,}?) *的? *${report}`, "u");

/**
 * Reads the everyday name of a report (青山县2021年年报), whose title is 年度报告 and whose year is no word of its
 * sections: the year becomes a filter, 年报 beside a place 年度报告. Null where the query names none, has a year already, or
 * quotes the words.
 */
export function readReportName(
  query: string,
  parsed: ParsedQuery,
  { simplify, regions }: NameLanguage,
): ReportName | null {
  const folded = foldQuery(query);
  const plain = simplify(folded);
  if (plain.length !== query.length || !plain.includes("年报")) return null;
  const isPlace = (name = ""): boolean => regions.resolve(name).length > 0;
  const near = yearBefore.exec(plain);
  const far = yearFarther.exec(plain);
  const named = placeBefore.exec(plain);
  const hasYear = parsed.filters.some(({ key }) => key === "year");
  const read = (match: RegExpExecArray, to: string, at = match.index): ReportName | null => {
    const span = { start: at, end: match.index + match[0].length };
    return isTyped(span, plain, parsed) ? replaceSpan(query, span, to) : null;
  };
  if (near && !hasYear) return read(near, `year:${near.groups?.["year"] ?? ""}`);
  if (far && !hasYear && isPlace(far.groups?.["place"]))
    return read(far, `${far.groups?.["place"] ?? ""} year:${far.groups?.["year"] ?? ""}`);
  const word = named?.groups?.["report"] ?? "";
  if (named && isPlace(named.groups?.["place"]))
    return read(named, "年度报告", named.index + named[0].length - word.length);
  return null;
}

/** Whether the stretch is of words that may be read otherwise: neither quoted nor excluded. */
function isTyped({ start, end }: Span, plain: string, { text }: ParsedQuery): boolean {
  const free = text.filter((node) => node.kind === "words" && !node.excluded);
  return Array.from({ length: end - start }, (_, offset) => start + offset).every(
    (at) => plain[at] === " " || free.some(({ span }) => span.start <= at && at < span.end),
  );
}

function replaceSpan(query: string, { start, end }: Span, to: string): ReportName {
  const parts = [query.slice(0, start), to, query.slice(end)].map((part) => part.trim());
  return {
    from: query.slice(start, end).trim(),
    to,
    query: parts.filter((part) => part !== "").join(" "),
  };
}
