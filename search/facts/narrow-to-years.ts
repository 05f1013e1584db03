/**
 * Those of the reports that are of these years, all where none is given. The engine needs time for every id that a
 * filter names, and the years that a reader chose are told by the ids.
 */
export function narrowToYears(ids: readonly string[], years: readonly number[]): readonly string[] {
  if (years.length === 0) return ids;
  const endings = new Set(years.map(String));
  return ids.filter((id) => endings.has(id.slice(id.lastIndexOf("-") + 1)));
}
