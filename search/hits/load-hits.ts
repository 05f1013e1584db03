import { z } from "zod";
import { sectionKindSchema } from "../../corpus/section.ts";
import { buildHitReader, type HitDocument, type Marking } from "./build-hit.ts";
import type { EngineQuery } from "../engine/engine.ts";
import { buildReportFilter } from "../facts/build-report-filter.ts";
import type { SearchParts } from "../search-parts.ts";
import type { Hit } from "../search-result.ts";

/** Hits of a page, by what they were found for. */
export interface ChosenHits {
  readonly strict: readonly HitDocument[];
  readonly relaxed: readonly HitDocument[];
  readonly marking: Marking;
  /** The questions that found the strict ones, where other sections of their reports are wanted too. */
  readonly asked: readonly EngineQuery[];
}

/** A report has fewer sections than this that a query can find. */
const mostSections = 40;

const siblingSchema = z.object({
  id: z.string(),
  reportId: z.string(),
  position: z.int(),
  section: sectionKindSchema,
  heading: z.string(),
});
type Sibling = Readonly<z.infer<typeof siblingSchema>>;

/**
 * The hits of a page with their passages; where `asked` says so, with what else of their reports was found.
 * @throws EngineUnavailable, EngineRefused
 */
export async function loadHits(
  { strict, relaxed, marking, asked }: ChosenHits,
  { engine }: SearchParts,
): Promise<readonly Hit[]> {
  const others = strict.length === 0 ? [] : asked.map((question) => buildOthers(question, strict));
  const found = others.length === 0 ? [] : await engine.multiSearch(others);
  const more = found.flatMap(({ hits }) => hits.map((hit) => siblingSchema.parse(hit)));
  const readHit = buildHitReader(marking);
  return [
    ...strict.map((document) => ({
      ...readHit(document),
      missing: [],
      instead: [],
      more: listOthers(more, document),
    })),
    ...relaxed.map((document) => ({ ...readHit(document), relaxed: true })),
  ];
}

function listOthers(
  found: readonly Sibling[],
  { id, reportId }: Pick<HitDocument, "id" | "reportId">,
): Hit["more"] {
  const others = found.filter((one) => one.reportId === reportId && one.id !== id);
  return [...new Map(others.map((one) => [one.id, one])).values()]
    .toSorted((a, b) => a.position - b.position)
    .map(({ position, section, heading }) => ({ position, section, heading }));
}

function buildOthers(asked: EngineQuery, hits: readonly HitDocument[]): EngineQuery {
  const reports = [...new Set(hits.map(({ reportId }) => reportId))];
  return {
    ...asked,
    filter: [...asked.filter, buildReportFilter(reports)],
    facets: [],
    sort: [],
    distinct: null,
    offset: 0,
    limit: reports.length * mostSections,
    fields: Object.keys(siblingSchema.shape),
  };
}
