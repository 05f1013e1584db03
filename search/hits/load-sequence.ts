import { type HitDocument, hitDocumentSchema, hitFields, type HitKey } from "./build-hit.ts";
import type { EngineAnswer, EngineQuery } from "../engine/engine.ts";
import { buildReportExclusion } from "../facts/build-report-filter.ts";
import type { SearchQuery } from "../query.ts";
import { buildExclusionFilter } from "../filters/search-filter.ts";
import type { SearchParts } from "../search-parts.ts";
import { buildSortRules } from "../filters/sort-rules.ts";
import { sumSections } from "../strict/sum-sections.ts";

/** The hits of parts that have no section in common, one part after the other, and which of them are wanted. */
export interface Sequence {
  readonly query: SearchQuery;
  /** What finds the sections of each part, without hits and facets of its own. */
  readonly disjoint: readonly EngineQuery[];
  /** Hits that stand elsewhere already. */
  readonly known: readonly HitKey[];
  readonly offset: number;
  readonly limit: number;
}

/** Whether hits of parts can be put one after the other in this order. */
export function isSequential(sort: SearchQuery["sort"]): boolean {
  return sort === "relevance" || sort === "newest" || sort === "oldest";
}

/**
 * Loads hits of a sequence: by year where that is the order, and of one year part after part. What stands before is
 * counted, not loaded: the engine needs some 60 µs for each hit that it gives. @throws EngineUnavailable, EngineRefused
 */
export async function loadSequence(
  sequence: Sequence,
  { engine }: SearchParts,
): Promise<readonly HitDocument[]> {
  const { query, limit } = sequence;
  const { count, skipReports } = openCounter(query, engine);
  const segments = await listSegments(sequence, engine);
  const found: HitDocument[] = [];
  let skip = sequence.offset;
  for (const segment of segments) {
    if (found.length >= limit) break;
    const asked = skipReports(segment);
    const held = skip > 0 || query.group === "report" ? await count(asked) : Infinity;
    if (held > skip) {
      const wanted = { ...asked, offset: skip, limit: limit - found.length, fields: hitFields };
      const answer = await engine.search({ ...wanted, sort: buildSortRules(query.sort) });
      found.push(...answer.hits.map((hit) => hitDocumentSchema.parse(hit)));
    }
    skip = Math.max(0, skip - held);
  }
  return found;
}

/** Counts the hits of segments; of reports, those that had none in the segments before. */
function openCounter({ group }: SearchQuery, engine: SearchParts["engine"]) {
  const before = new Set<string>();
  const isGrouped = group === "report";
  return {
    skipReports: (segment: EngineQuery): EngineQuery => ({
      ...segment,
      distinct: isGrouped ? "reportId" : null,
      filter: [...segment.filter, ...(before.size > 0 ? [buildReportExclusion([...before])] : [])],
    }),
    count: async (segment: EngineQuery): Promise<number> => {
      const facet = isGrouped ? "reportId" : "section";
      const answer = await engine.search({ ...segment, distinct: null, facets: [facet] });
      if (!isGrouped) return sumSections(answer);
      const reports = Object.keys(answer.facets[facet] ?? {});
      for (const report of reports) before.add(report);
      return reports.length;
    },
  };
}

/** The parts without what is known, for each year where these are the order. */
async function listSegments(
  { query, disjoint, known }: Sequence,
  engine: SearchParts["engine"],
): Promise<readonly EngineQuery[]> {
  const exclusion = buildExclusion(known, query);
  const parts = disjoint.map((part): EngineQuery => ({
    ...part,
    filter: [...part.filter, ...exclusion],
    facets: [],
    sort: [],
    offset: 0,
    limit: 0,
    fields: ["id"],
  }));
  if (query.sort === "relevance") return parts;
  const answers = await engine.multiSearch(parts.map((part) => ({ ...part, facets: ["year"] })));
  const sign = query.sort === "newest" ? -1 : 1;
  return listYears(answers)
    .toSorted((a, b) => sign * (a - b))
    .flatMap((year) =>
      parts.map((part) => ({ ...part, filter: [...part.filter, `year = ${year}`] })),
    );
}

function listYears(answers: readonly EngineAnswer[]): readonly number[] {
  const years = answers.flatMap(({ facets }) => Object.keys(facets["year"] ?? {}));
  return [...new Set(years)].map(Number);
}

function buildExclusion(known: readonly HitKey[], { group }: SearchQuery): readonly string[] {
  if (known.length === 0) return [];
  return group === "report"
    ? [buildReportExclusion(known.map(({ reportId }) => reportId))]
    : [buildExclusionFilter(known.map(({ id }) => id))];
}
