import { z } from "zod";
import { agencyKindSchema } from "../../corpus/agency.ts";
import { sectionKindSchema } from "../../corpus/section.ts";
import { readYear } from "../places/asked-year.ts";
import {
  buildHighlighter,
  mergeMarks,
  type Highlighter,
  type Match,
} from "../passage/highlight.ts";
import { listNameForms, readPinyin } from "../places/place-pinyin.ts";
import {
  buildOtherHighlighter,
  findWithOthers,
  listOtherWords,
  listParts,
  type OtherWord,
} from "../relaxed/other-words.ts";
import type { QueryTerm } from "../query-terms.ts";
import type { Hit } from "../search-result.ts";
import { readPlainName } from "../words/plain-name.ts";
import { buildSnippet } from "../passage/snippet.ts";

/** The fields of a section's document that a hit is made of. */
export const hitDocumentSchema = z.object({
  id: z.string(),
  reportId: z.string(),
  title: z.string(),
  heading: z.string(),
  content: z.string(),
  agency: z.string(),
  kind: agencyKindSchema,
  year: z.int(),
  section: sectionKindSchema,
  position: z.int(),
  places: z.array(z.object({ code: z.string(), name: z.string() })),
  url: z.string().nullable(),
  published: z.string().nullable(),
  added: z.int().nullable().default(null),
  demo: z.boolean(),
});
export type HitDocument = Readonly<z.infer<typeof hitDocumentSchema>>;

export const hitFields: readonly string[] = Object.keys(hitDocumentSchema.shape);

/** What of a document tells its place among others: of many hits only this is loaded. */
export const hitKeySchema = hitDocumentSchema.pick({
  id: true,
  reportId: true,
  year: true,
  published: true,
  added: true,
});
export type HitKey = Readonly<z.infer<typeof hitKeySchema>>;

export const keyFields: readonly string[] = Object.keys(hitKeySchema.shape);

/** What to mark: the terms, and for Latin words the names that they may be the pinyin of. */
export interface Marking {
  readonly terms: readonly Pick<QueryTerm, "pieces" | "quoted">[];
  readonly latin: readonly string[];
  readonly simplify: (text: string) => string;
}

/** Builds a function that makes hits of documents, with the best passage and marks in the original text. */
export function buildHitReader(marking: Marking): (document: HitDocument) => Hit {
  const finder = buildFinder(marking);
  return (row) => {
    const { title, content } = row;
    const { matches, missing, instead } = finder(row);
    const { snippet, marks } = buildSnippet(content, matches);
    const titleMarks = mergeMarks(chooseTitleHighlighter(row, marking)(title));
    return {
      id: row.id,
      reportId: row.reportId,
      title,
      titleMarks: [...titleMarks],
      agency: row.agency,
      region: row.places,
      year: row.year,
      section: row.section,
      position: row.position,
      heading: row.heading,
      snippet,
      marks: [...marks],
      url: row.url,
      demo: row.demo,
      published: row.published,
      added: row.added === null ? null : new Date(row.added).toISOString(),
      relaxed: false,
      missing: missing.map((term) => writeTerm(marking.terms[term])),
      instead,
      value: null,
      more: [],
    };
  };
}

/** What of the terms is in a section: as typed, else in other words, else in parts. */
interface Found {
  readonly matches: readonly Match[];
  /** Indexes of the terms. */
  readonly missing: readonly number[];
  readonly instead: Hit["instead"];
}

function buildFinder(marking: Marking): (row: HitDocument) => Found {
  const { terms, simplify } = marking;
  const highlight = buildHighlighter(terms, simplify);
  const words = listOtherWords(terms);
  const others = { others: words, highlight: buildOtherHighlighter(words, simplify) };
  return (row) => {
    const own = highlight(row.content);
    const missing = listMissing(row, marking, { highlight, matches: own });
    const matches = findWithOthers(row.content, own, others);
    const parts = listParts(terms, missing);
    const rest = { others: parts, highlight: buildOtherHighlighter(parts, simplify) };
    return {
      matches: findWithOthers(row.content, matches, rest),
      missing,
      instead: listInstead(row, { missing, terms }, others),
    };
  };
}

function writeTerm(term: Pick<QueryTerm, "pieces"> | undefined): string {
  return term?.pieces.join("") ?? "";
}

/** For words that are missing, the best that is there and says the same. */
function listInstead(
  row: HitDocument,
  { missing, terms }: { readonly missing: readonly number[]; readonly terms: Marking["terms"] },
  { others, highlight }: { readonly others: readonly OtherWord[]; readonly highlight: Highlighter },
): Hit["instead"] {
  if (!others.some(({ term }) => missing.includes(term))) return [];
  const found = new Set(
    [row.content, row.title, row.heading].flatMap((text) =>
      highlight(text).map(({ term }) => term),
    ),
  );
  const held = [...found].map((at) => others[at]?.word ?? "");
  return missing.flatMap((term) => {
    const said = others.find(
      (one) => one.term === term && held.some((word) => word.includes(one.word)),
    );
    return said === undefined ? [] : [{ from: writeTerm(terms[term]), to: said.word }];
  });
}

/** The words that stand nowhere in the section, its title, its year or the names of its agency, by their indexes. */
function listMissing(
  row: HitDocument,
  { terms }: Marking,
  { highlight, matches }: { readonly highlight: Highlighter; readonly matches: readonly Match[] },
): readonly number[] {
  const names = [...row.places.map(({ name }) => name), row.agency].map(readPlainName).join(" ");
  const around = [row.title, row.heading].flatMap((text) => highlight(text));
  const found = new Set([...matches, ...around].map(({ term }) => term));
  return [...terms.keys()].filter((term) => {
    const word = readPlainName(writeTerm(terms[term]));
    return !found.has(term) && !names.includes(word) && readYear(word) !== row.year;
  });
}

/** For pinyin, the title is searched for the names of the report that are typed that way. */
function chooseTitleHighlighter(
  row: HitDocument,
  { terms, latin, simplify }: Marking,
): Highlighter {
  if (latin.length === 0) return buildHighlighter(terms, simplify);
  const names = [...row.places.map(({ name }) => name), row.agency];
  const typed = names.flatMap((name) =>
    listNameForms(name).filter((form) => isTypedAs(form, latin)),
  );
  const forms = typed.map((form) => ({ pieces: [form] }));
  return buildHighlighter([...terms, ...forms], simplify);
}

/** The beginning of a name's pinyin, its initials, or a name within several typed together (`hepingguanzhuang`). */
function isTypedAs(name: string, latin: readonly string[]): boolean {
  const { full, initials } = readPinyin(name);
  const typed = [...latin, latin.join("")];
  return typed.some((word) => full.startsWith(word) || initials === word || word.includes(full));
}
