import { z } from "zod";
import { sectionKindSchema } from "../corpus/section.ts";
import { buildHighlighter, mergeMarks, type Highlighter } from "./highlight.ts";
import { listNameForms, readPinyin } from "./place-pinyin.ts";
import type { QueryTerm } from "./query-terms.ts";
import type { Hit } from "./search-result.ts";
import { removeSeparators } from "./segmenter.ts";
import { buildSnippet } from "./snippet.ts";

/** The fields of a section's document that a hit is made of. */
const hitDocumentSchema = z.object({
  id: z.string(),
  reportId: z.string(),
  title: z.string(),
  heading: z.string(),
  content: z.string(),
  agency: z.string(),
  year: z.int(),
  section: sectionKindSchema,
  position: z.int(),
  places: z.array(z.object({ code: z.string(), name: z.string() })),
  url: z.string().nullable(),
  published: z.string().nullable(),
  demo: z.boolean(),
});
type HitDocument = z.infer<typeof hitDocumentSchema>;

export const hitFields: readonly string[] = Object.keys(hitDocumentSchema.shape);

/** What to mark: the terms, and for Latin words the names that they may be the pinyin of. */
export interface Marking {
  readonly terms: readonly QueryTerm[];
  readonly latin: readonly string[];
  readonly simplify: (text: string) => string;
}

/** Builds a function that makes hits of documents, with the best passage and marks in the original text. */
export function buildHitReader(marking: Marking): (document: unknown) => Hit {
  const highlight = buildHighlighter(marking.terms, marking.simplify);
  return (document) => {
    const row = hitDocumentSchema.parse(document);
    const title = removeSeparators(row.title);
    const content = removeSeparators(row.content);
    const { snippet, marks } = buildSnippet(content, highlight(content));
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
      heading: removeSeparators(row.heading),
      snippet,
      marks: [...marks],
      url: row.url,
      demo: row.demo,
      published: row.published,
    };
  };
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
  const forms = typed.map((form) => ({ pieces: [form], quoted: true }));
  return typed.length === 0 ? highlight : buildHighlighter([...terms, ...forms], simplify);
}

/** The beginning of a name's pinyin, its initials, or a name within several typed together (`hepingguanzhuang`). */
function isTypedAs(name: string, latin: readonly string[]): boolean {
  const { full, initials } = readPinyin(name);
  const typed = [...latin, latin.join("")];
  return typed.some((word) => full.startsWith(word) || initials === word || word.includes(full));
}
