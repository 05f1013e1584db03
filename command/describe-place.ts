import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { Source } from "../corpus/source.ts";

/** The names of the place from the province down, and the agency. */
export function describePlace(
  { division, agency }: Pick<Source, "division" | "agency">,
  gazetteer: Gazetteer,
): string {
  const names = division === null ? [] : gazetteer.path(division).map(({ name }) => name);
  return [names.join(""), agency ?? ""].filter((part) => part !== "").join(" ");
}
