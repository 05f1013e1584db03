import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { loadHeldPlaces } from "../corpus/store/holdings.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { buildRegionNames } from "../search/places/build-region-names.ts";
import type { RegionNames } from "../search/places/region-names.ts";

/** How old it may be which places have reports, and how old it is looked up in the background. Milliseconds. */
const lifeMs = 10_000;
const longestLifeMs = 60_000;

/**
 * Opens the names of places, of which those with reports come first. Which these are is loaded when it is asked for
 * (`refresh`); while the store does not answer, it is what it was.
 */
export function openRegionNames(
  { store, gazetteer }: { readonly store: Store; readonly gazetteer: Gazetteer },
  readClock: () => number = () => performance.now(),
): RegionNames {
  let held: ReadonlySet<string> = new Set();
  let loadedAt = -Infinity;
  const load = async (): Promise<void> => {
    loadedAt = readClock();
    held = await loadHeldCodes(store).catch(() => held);
  };
  return {
    ...buildRegionNames(gazetteer, () => held),
    refresh: async () => {
      const age = readClock() - loadedAt;
      if (age < lifeMs) return;
      const loading = load();
      if (age > longestLifeMs || held.size === 0) await loading;
    },
  };
}

async function loadHeldCodes(store: Store): Promise<ReadonlySet<string>> {
  const places = await loadHeldPlaces(store);
  return new Set(places.filter(({ reports }) => reports > 0).map(({ code }) => code));
}
