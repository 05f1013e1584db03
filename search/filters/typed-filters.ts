import type { Engine, EngineQuery } from "../engine/engine.ts";
import { foldName } from "../words/fold-name.ts";
import { mostFacetValues } from "../documents/index-settings.ts";
import type { QueryProblem, TypedFilter } from "../language/parsed-query.ts";
import { isFacetKey } from "../language/filter-keys.ts";
import { buildPlacesProblem, mostPlaces } from "./limit-places.ts";
import { buildEngineWords } from "../planner.ts";
import { buildTerm, maxTerms } from "../query-terms.ts";
import type { RegionNames } from "../places/region-names.ts";
import { buildRegionFilter, buildValueFilter, resolvePlaces } from "./search-filter.ts";

/** What typed filters need: who knows the places, and the engine, which knows the agencies. */
interface FilterParts {
  readonly engine: Pick<Engine, "multiSearch">;
  readonly regions: RegionNames;
  readonly simplify: (text: string) => string;
}

/** Filters typed in a query as conditions of the engine's filter language, and what is said of those that are none. */
export interface LoadedFilters {
  readonly filters: readonly string[];
  readonly problems: readonly QueryProblem[];
}

/**
 * Looks up what typed filters mean; they hold beside those that were chosen. One that stands for more agencies than the
 * engine counts is left out and told. @throws EngineUnavailable, EngineRefused
 */
export async function loadTypedFilters(
  filters: readonly TypedFilter[],
  parts: FilterParts,
): Promise<LoadedFilters> {
  const loaded = await Promise.all(
    filters.map(async (filter) => ({ filter, condition: await loadTypedFilter(filter, parts) })),
  );
  return {
    filters: loaded.flatMap(({ condition }) => condition ?? []),
    problems: loaded.flatMap(({ filter, condition }) => [
      ...(condition === null ? [{ message: tooManyAgencies, span: filter.span }] : []),
      ...(isTooLong(filter) ? [buildPlacesProblem(filter.span)] : []),
    ]),
  };
}

const tooManyAgencies = `名称里有这些字的机构可能超过 ${mostFacetValues} 个，没有用它；请写得更具体，或改用 kind: 和 region:。`;

function isTooLong({ key, values }: TypedFilter): boolean {
  return key === "region" && values.length > mostPlaces;
}

/** Null where it is left out. */
async function loadTypedFilter(filter: TypedFilter, parts: FilterParts): Promise<string | null> {
  const condition = isFacetKey(filter.key)
    ? buildFacetFilter(filter, parts.regions)
    : await loadAgencyFilter(filter.values, parts);
  return filter.excluded && condition !== null ? `NOT (${condition})` : condition;
}

function buildFacetFilter({ key, values, from, to }: TypedFilter, regions: RegionNames): string {
  if (key === "region")
    return buildRegionFilter(resolvePlaces(values.slice(0, mostPlaces), regions));
  const bounds = [
    ...(from === undefined ? [] : [`${key} >= ${from}`]),
    ...(to === undefined ? [] : [`${key} <= ${to}`]),
  ];
  const list = key === "year" ? values.map(Number) : values;
  const named = values.length > 0 || bounds.length === 0 ? [buildValueFilter(key, list)] : [];
  return [...named, ...(bounds.length === 0 ? [] : [`(${bounds.join(" AND ")})`])].join(" OR ");
}

/** The agencies whose names hold one of these parts; null where the engine does not name them all. */
async function loadAgencyFilter(
  names: readonly string[],
  { engine, simplify }: FilterParts,
): Promise<string | null> {
  const answers = await engine.multiSearch(
    names.flatMap((name) => buildAgencyQuestion(simplify(name)) ?? []),
  );
  const known = answers.map(({ facets }) => Object.keys(facets["agency"] ?? {}));
  if (known.some((agencies) => agencies.length >= mostFacetValues)) return null;
  const wanted = names.map((name) => foldName(name, simplify)).filter((name) => name !== "");
  const agencies = [...new Set(known.flat())].filter((agency) => {
    const folded = foldName(agency, simplify);
    return wanted.some((name) => folded.includes(name));
  });
  return buildValueFilter("agency", agencies);
}

/** Asks for more than it takes: quotation marks, which part the words here, may be others in the name itself. */
function buildAgencyQuestion(name: string): EngineQuery | null {
  const words = name.split(/[\s"＂“”„‟「」『』〝〞]+/u).flatMap((word) => buildTerm([word], true));
  if (words.length === 0) return null;
  const asked = buildEngineWords({ wanted: words.slice(0, maxTerms), excluded: [] });
  return { ...asked, index: "sections", ...onlyAgencies };
}

const onlyAgencies = {
  filter: [],
  facets: ["agency"],
  sort: [],
  offset: 0,
  limit: 0,
  fields: ["id"],
};
