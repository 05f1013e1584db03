import type { Source } from "../../corpus/source.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { type HeldSource, loadEverySource, saveSources } from "../../corpus/store/sources.ts";
import { buildEntryKey } from "./build-entry-key.ts";
import { sourceColumns } from "./parse-sources.ts";

/**
 * Brings the project's list into the store. What a person added goes before a row of the list with the same id, even
 * where it was removed since, or with the same entry; what a person removed stays removed; what is no longer on the list stays as it is.
 */
export async function syncSourceList(store: Store, list: readonly Source[]): Promise<void> {
  const every = await loadEverySource(store);
  const held = every.filter(({ isRemoved }) => !isRemoved);
  const own = every.filter(({ origin }) => origin !== "list");
  const ids = new Set(own.map(({ id }) => id));
  const entries = new Set(
    own.filter(({ isRemoved }) => !isRemoved).map(({ entry }) => buildEntryKey(entry)),
  );
  const known = new Map(held.map((source) => [source.id, source]));
  const changed = list.filter(
    (source) =>
      !ids.has(source.id) &&
      !entries.has(buildEntryKey(source.entry)) &&
      !isSame(source, known.get(source.id)),
  );
  if (changed.length > 0) await saveSources(store, changed, "list");
}

function isSame(source: Source, held: HeldSource | undefined): boolean {
  return held !== undefined && sourceColumns.every((column) => source[column] === held[column]);
}
