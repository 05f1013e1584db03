import { hitFields } from "./build-hit.ts";
import type { EngineQuery } from "./engine/engine.ts";
import { buildFacetQuestions, listOpenFacets } from "./facet-questions.ts";
import type { PageWindow } from "./page-window.ts";
import { type EngineWords, listWanted } from "./planner.ts";
import type { RegionNames } from "./region-names.ts";
import { buildExclusionFilter, buildFilter, buildValueFilter } from "./search-filter.ts";
import { findSectionIntents } from "./section-intents.ts";
import { buildSortRules } from "./sort-rules.ts";
import type { UnderstoodQuery } from "./understood-query.ts";

/** A set of terms as it is asked, with the sections that only seem to hold them left out. */
export interface Asking {
  readonly words: EngineWords;
  /** Whether its counts are added or taken away. */
  readonly sign: 1 | -1;
  /** Whether its hits are wanted, or only its counts. */
  readonly isListed: boolean;
  readonly mistakes: readonly string[];
}

/** What is asked for one set of terms. */
export interface Questions {
  /** Those that count: the query's own first, as facets are read. */
  readonly counts: readonly EngineQuery[];
  /** For hits, where the first of the counts does not give them. */
  readonly list: EngineQuery | null;
  /** For hits of the parts of reports that the words ask about. */
  readonly intended: EngineQuery | null;
}

/** So many hits of the parts that the words ask about are ranked with the first ones of all. */
const mostIntended = 30;

/** The questions of a strict search for one set of terms. */
export function buildQuestions(
  { words, isListed, mistakes }: Asking,
  { understood, window }: { readonly understood: UnderstoodQuery; readonly window: PageWindow },
  regions: RegionNames,
): Questions {
  const { query, filters } = understood;
  const extra = [...filters, ...(mistakes.length === 0 ? [] : [buildExclusionFilter(mistakes)])];
  const base: EngineQuery = {
    index: "sections",
    ...words,
    filter: [...buildFilter(query, regions), ...extra],
    facets: [],
    sort: buildSortRules(query.sort),
    offset: window.offset,
    limit: isListed ? window.limit : 0,
    fields: hitFields,
  };
  const counting = { ...base, sort: [], offset: 0, limit: 0, fields: ["id"] };
  const facets = listOpenFacets(query, regions);
  const isGrouped = query.group === "report" && base.limit > 0;
  const list = isGrouped ? { ...base, distinct: "reportId" } : null;
  const further = buildFacetQuestions(query, regions).map((question) => ({
    ...counting,
    ...question,
    filter: [...question.filter, ...extra],
  }));
  return {
    counts: [list === null ? { ...base, facets } : { ...counting, facets }, ...further],
    list,
    intended: isListed && window.isRanked ? buildIntended(list ?? base, understood) : null,
  };
}

/** Null where the words tell nothing of parts, or several alternatives tell different ones. */
export function buildIntended(list: EngineQuery, { plan }: UnderstoodQuery): EngineQuery | null {
  const words = listWanted(plan).map(({ pieces }) => pieces.join(""));
  const intents = [...findSectionIntents(words)];
  if (intents.length === 0 || plan.alternatives.length > 1) return null;
  return {
    ...list,
    filter: [...list.filter, buildValueFilter("section", intents)],
    facets: [],
    offset: 0,
    limit: mostIntended,
  };
}
