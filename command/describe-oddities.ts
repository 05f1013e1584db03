import type { MissingContent } from "../corpus/store/frontier/load-missing.ts";
import { loadMissing } from "../corpus/store/frontier/load-missing.ts";
import { loadSourceHints } from "../corpus/store/load-source-hints.ts";
import type { Store } from "../corpus/store/open-store.ts";
import type { SourceHint } from "../corpus/source-hint.ts";

/** What the summary of a crawl tells besides its failures: what is missing, and what is odd about sources. */
export interface Oddities {
  readonly missing: readonly MissingContent[];
  readonly hints: readonly { readonly sourceId: string; readonly hint: SourceHint }[];
}

export async function loadOddities(store: Store, sources: readonly string[]): Promise<Oddities> {
  const [missing, hints] = await Promise.all([
    loadMissing(store, sources),
    loadSourceHints(store, sources),
  ]);
  return { missing, hints };
}

/** A line for what is missing, and one for each hint; none where all is well. */
export function describeOddities({ missing, hints }: Oddities): readonly string[] {
  const [first] = missing;
  const lines = hints.map(({ sourceId, hint }) => `${sourceId}: ${hint.sentence}`);
  if (first === undefined) return lines;
  const since = first.since.slice(0, 16).replace("T", " ");
  const told = `${missing.length} held before and missing since ${since} UTC or later; what stays missing for a week is gone; e.g. ${first.url}`;
  return [told, ...lines];
}
