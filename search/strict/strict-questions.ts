import { findAskedSections } from "../hits/asked-sections.ts";
import { hitFields, keyFields } from "../hits/build-hit.ts";
import type { EngineQuery } from "../engine/engine.ts";
import { buildSectionFilter } from "../facts/build-report-filter.ts";
import { buildFacetQuestions, listOpenFacets } from "../filters/facet-questions.ts";
import type { PageWindow } from "../hits/page-window.ts";
import type { EngineWords } from "../planner.ts";
import type { RegionNames } from "../places/region-names.ts";
import type { Conjunction } from "../query-terms.ts";
import { buildExclusionFilter, buildFilter, buildValueFilter } from "../filters/search-filter.ts";
import { buildSortRules } from "../filters/sort-rules.ts";
import type { UnderstoodQuery } from "../understood-query.ts";

/** A set of terms as it is asked, with the sections that only seem to hold them left out. */
export interface Asking {
  readonly words: EngineWords;
  /** Null where the words are not made of terms. */
  readonly terms: Conjunction | null;
  /** Whether its counts are added or taken away. */
  readonly sign: 1 | -1;
  /** Whether its counts are wanted, or only its hits. */
  readonly isCounted: boolean;
  /** Whether its hits are wanted, or only its counts. */
  readonly isListed: boolean;
  readonly mistakes: readonly string[];
  /** Null for all sections, else no others than these. */
  readonly only: readonly string[] | null;
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
  { words, isCounted, isListed, mistakes, only }: Asking,
  { understood, window }: { readonly understood: UnderstoodQuery; readonly window: PageWindow },
  regions: RegionNames,
): Questions {
  const { query, filters } = understood;
  const extra = [
    ...filters,
    ...(mistakes.length === 0 ? [] : [buildExclusionFilter(mistakes)]),
    ...(only === null ? [] : [buildSectionFilter(only)]),
  ];
  const base: EngineQuery = {
    index: "sections",
    ...words,
    filter: [...buildFilter(query, regions), ...extra],
    facets: [],
    sort: buildSortRules(query.sort),
    offset: window.offset,
    limit: isListed ? window.limit : 0,
    fields: window.isMerged && !window.isRanked ? keyFields : hitFields,
  };
  const counting = { ...base, sort: [], offset: 0, limit: 0, fields: ["id"] };
  const facets = listOpenFacets(query, regions);
  const isGrouped = query.group === "report" && base.limit > 0;
  const list = isGrouped ? { ...base, distinct: "reportId" } : null;
  const intended = isListed && window.isRanked ? buildIntended(list ?? base, understood) : null;
  if (!isCounted) return { counts: [], list: list ?? base, intended };
  const further = buildFacetQuestions(query, regions).map((question) => ({
    ...counting,
    ...question,
    filter: [...question.filter, ...extra],
  }));
  return {
    counts: [list === null ? { ...base, facets } : { ...counting, facets }, ...further],
    list,
    intended,
  };
}

/** Null where the words tell nothing of parts, or several alternatives tell different ones. */
export function buildIntended(list: EngineQuery, { plan }: UnderstoodQuery): EngineQuery | null {
  const intents = [...findAskedSections(plan)];
  if (intents.length === 0 || plan.alternatives.length > 1) return null;
  return {
    ...list,
    filter: [...list.filter, buildValueFilter("section", intents)],
    facets: [],
    offset: 0,
    limit: mostIntended,
  };
}
