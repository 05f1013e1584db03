import { z } from "zod";
import type { Holdings } from "../../corpus/holdings.ts";
import { facetFilters } from "../../search/facets.ts";
import type { SearchQuery } from "../../search/query.ts";

const year = facetFilters.shape.year.unwrap().element.optional();

/** The fields of the forms among the facets: a place to look for by name, pinyin or initials, and a range of years. */
export const facetFormSchema = z.object({
  regionName: z.string().max(40, "地名最多 40 个字").default(""),
  yearFrom: year,
  yearTo: year,
});
export type FacetForm = z.infer<typeof facetFormSchema>;

/** The query with the years of a range chosen, where one is asked for; an open end reaches to what is held. */
export function chooseYears(
  query: SearchQuery,
  { yearFrom, yearTo }: FacetForm,
  { oldestYear, newestYear }: Pick<Holdings, "oldestYear" | "newestYear">,
): SearchQuery {
  if (yearFrom === undefined && yearTo === undefined) return query;
  const ends = [
    yearFrom ?? Math.min(oldestYear ?? Infinity, yearTo ?? Infinity),
    yearTo ?? Math.max(newestYear ?? 0, yearFrom ?? 0),
  ].sort((a, b) => a - b);
  const [first = 0, last = 0] = ends;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { ...query, year: years.filter((each) => isHeld(each, ends, { oldestYear, newestYear })) };
}

/** Years beyond all that is held are left out, but for the ends that were asked for. */
function isHeld(
  year: number,
  ends: readonly number[],
  { oldestYear, newestYear }: Pick<Holdings, "oldestYear" | "newestYear">,
): boolean {
  return (
    ends.includes(year) || (year >= (oldestYear ?? Infinity) && year <= (newestYear ?? -Infinity))
  );
}
