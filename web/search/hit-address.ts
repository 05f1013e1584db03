import type { Hit } from "../../search/search-result.ts";

/** The report page at the passage of a hit, with the words kept for marking; at its section where nothing is marked. */
export function buildHitAddress(
  hit: Pick<Hit, "reportId" | "position" | "marks">,
  q: string,
): string {
  const params = q.trim() === "" ? "" : `?${new URLSearchParams({ q }).toString()}`;
  const part = params !== "" && hit.marks.length > 0 ? "p" : "s";
  return `/reports/${encodeURIComponent(hit.reportId)}${params}#${part}${hit.position}`;
}
