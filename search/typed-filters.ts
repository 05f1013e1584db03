import type { Engine } from "./engine/engine.ts";
import type { TypedFilter } from "./language/parsed-query.ts";
import { isFacetKey } from "./language/filter-keys.ts";
import { buildEngineWords } from "./planner.ts";
import { buildTerm } from "./query-terms.ts";
import type { RegionNames } from "./region-names.ts";
import { buildRegionFilter, buildValueFilter, resolvePlaces } from "./search-filter.ts";

/** What typed filters need: who knows the places, and the engine, which knows the agencies. */
interface FilterParts {
  readonly engine: Pick<Engine, "multiSearch">;
  readonly regions: RegionNames;
  readonly simplify: (text: string) => string;
}

/**
 * The filters typed in a query as conditions of the engine's filter language; they hold beside those that were chosen.
 * @throws EngineUnavailable, EngineRefused
 */
export async function loadTypedFilters(
  filters: readonly TypedFilter[],
  parts: FilterParts,
): Promise<readonly string[]> {
  return Promise.all(filters.map(async (filter) => loadTypedFilter(filter, parts)));
}

async function loadTypedFilter(filter: TypedFilter, parts: FilterParts): Promise<string> {
  const condition = isFacetKey(filter.key)
    ? buildFacetFilter(filter, parts.regions)
    : await loadAgencyFilter(filter.values, parts);
  return filter.excluded ? `NOT (${condition})` : condition;
}

function buildFacetFilter({ key, values, from, to }: TypedFilter, regions: RegionNames): string {
  if (key === "region") return buildRegionFilter(resolvePlaces(values, regions));
  const bounds = [
    ...(from === undefined ? [] : [`${key} >= ${from}`]),
    ...(to === undefined ? [] : [`${key} <= ${to}`]),
  ];
  const list = key === "year" ? values.map(Number) : values;
  const named = values.length > 0 || bounds.length === 0 ? [buildValueFilter(key, list)] : [];
  return [...named, ...(bounds.length === 0 ? [] : [`(${bounds.join(" AND ")})`])].join(" OR ");
}

/** The agencies whose names hold one of these parts. */
async function loadAgencyFilter(
  names: readonly string[],
  { engine, simplify }: FilterParts,
): Promise<string> {
  const wanted = names.map((name) => simplify(name.normalize("NFKC")));
  const questions = wanted.flatMap((name) => {
    const [term] = buildTerm([name], true);
    if (term === undefined) return [];
    const words = buildEngineWords({ wanted: [term], excluded: [] });
    return [{ ...words, index: "sections" as const, ...onlyAgencies }];
  });
  const answers = await engine.multiSearch(questions);
  const known = answers.flatMap(({ facets }) => Object.keys(facets["agency"] ?? {}));
  const agencies = known.filter((agency) => wanted.some((name) => agency.includes(name)));
  return buildValueFilter("agency", [...new Set(agencies)]);
}

const onlyAgencies = {
  filter: [],
  facets: ["agency"],
  sort: [],
  offset: 0,
  limit: 0,
  fields: ["id"],
};
