import { z } from "zod";
import { agencyKindSchema } from "../corpus/agency.ts";
import { sectionKindSchema } from "../corpus/section.ts";
import { buildHighlighter, mergeMarks, type Highlighter, type Match } from "./highlight.ts";
import { listNameForms, readPinyin } from "./place-pinyin.ts";
import type { QueryTerm } from "./query-terms.ts";
import type { Hit } from "./search-result.ts";
import { readPlainName } from "./plain-name.ts";
import { buildSnippet } from "./snippet.ts";

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

/** What to mark: the terms, and for Latin words the names that they may be the pinyin of. */
export interface Marking {
  readonly terms: readonly Pick<QueryTerm, "pieces">[];
  readonly latin: readonly string[];
  readonly simplify: (text: string) => string;
}

/** Builds a function that makes hits of documents, with the best passage and marks in the original text. */
export function buildHitReader(marking: Marking): (document: HitDocument) => Hit {
  const highlight = buildHighlighter(marking.terms, marking.simplify);
  return (row) => {
    const { title, content } = row;
    const matches = highlight(content);
    const { snippet, marks } = buildSnippet(content, matches);
    const titleMarks = mergeMarks(chooseTitleHighlighter(row, marking, highlight)(title));
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
      missing: [...listMissing(row, marking, { highlight, matches })],
      value: null,
      more: [],
    };
  };
}

/** The words that stand nowhere in the section, its title or the names of its agency. */
function listMissing(
  row: HitDocument,
  { terms }: Marking,
  { highlight, matches }: { readonly highlight: Highlighter; readonly matches: readonly Match[] },
): readonly string[] {
  const names = [...row.places.map(({ name }) => name), row.agency].map(readPlainName).join(" ");
  const around = [row.title, row.heading].flatMap((text) => highlight(text));
  const found = new Set([...matches, ...around].map(({ term }) => term));
  return terms
    .filter((_, term) => !found.has(term))
    .map(({ pieces }) => pieces.join(""))
    .filter((word) => !names.includes(readPlainName(word)));
}

/** For pinyin, the title is searched for the names of the report that are typed that way. */
function chooseTitleHighlighter(
  row: HitDocument,
  { terms, latin, simplify }: Marking,
  highlight: Highlighter,
): Highlighter {
  if (latin.length === 0) return highlight;
  const names = [...row.places.map(({ name }) => name), row.agency];
  const typed = names.flatMap((name) =>
    listNameForms(name).filter((form) => isTypedAs(form, latin)),
  );
  const forms = typed.map((form) => ({ pieces: [form] }));
  return typed.length === 0 ? highlight : buildHighlighter([...terms, ...forms], simplify);
}

/** The beginning of a name's pinyin, its initials, or a name within several typed together (`hepingguanzhuang`). */
function isTypedAs(name: string, latin: readonly string[]): boolean {
  const { full, initials } = readPinyin(name);
  const typed = [...latin, latin.join("")];
  return typed.some((word) => full.startsWith(word) || initials === word || word.includes(full));
}
