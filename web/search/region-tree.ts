import type { FacetCount } from "../../search/search-result.ts";

/** A place with the places under it, as the region facet counted them. */
export interface RegionNode extends FacetCount {
  readonly children: readonly RegionNode[];
}

const parentLengths = [6, 4, 2];

/**
 * The counted places as a tree. A place hangs under the longest code that begins its own:
 * placeholder levels are not in the list, so 天津's 120119 hangs under 12.
 */
export function buildRegionTree(counts: readonly FacetCount[]): readonly RegionNode[] {
  const codes = new Set(counts.map((count) => count.value));
  const byParent = new Map<string | null, FacetCount[]>();
  for (const count of counts) {
    const parent = findParent(count.value, codes);
    byParent.set(parent, [...(byParent.get(parent) ?? []), count]);
  }
  const collect = (parent: string | null): readonly RegionNode[] =>
    (byParent.get(parent) ?? []).map((count) => ({ ...count, children: collect(count.value) }));
  return collect(null);
}

function findParent(code: string, codes: ReadonlySet<string>): string | null {
  const lengths = parentLengths.filter((length) => length < code.length);
  return lengths.map((length) => code.slice(0, length)).find((parent) => codes.has(parent)) ?? null;
}

/** The chosen places after a click on one: it replaces those above and below it, and goes when it was chosen. */
export function toggleRegion(chosen: readonly string[], code: string): readonly string[] {
  const others = chosen.filter((other) => !other.startsWith(code) && !code.startsWith(other));
  return chosen.includes(code) ? others : [...others, code];
}

/** Whether a place is on the way to a chosen one, itself included. */
export function leadsToChosen(code: string, chosen: readonly string[]): boolean {
  return chosen.some((other) => other.startsWith(code));
}
