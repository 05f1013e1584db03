import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { Corpus } from "../corpus/main.ts";
import { loadHoldings } from "../corpus/store/holdings.ts";
import { loadCaptureTimes } from "../corpus/store/load-capture-times.ts";
import { loadLikeness } from "../corpus/store/likeness/load-likeness.ts";
import { loadReport } from "../corpus/store/load-report.ts";
import { loadVersionChanges } from "../corpus/store/load-version-changes.ts";
import { loadNewestReports } from "../corpus/store/newest-reports.ts";
import type { Search } from "../search/main.ts";
import { AdminGate } from "./auth/admin-gate.ts";
import { buildSourceDeps } from "./build-source-deps.ts";
import type { AppDeps, Log, OriginalToShow, ShownOriginal } from "./app-deps.ts";
import { checkHealth } from "./check-health.ts";
import { openNames } from "./open-names.ts";
import { openRegionNames } from "./open-region-names.ts";
import { remember } from "./remember.ts";

/** What of a search is served. */
export interface ServedSearch extends Pick<
  Search,
  "search" | "exportSearch" | "simplify" | "buildMarker"
> {
  readonly engine: Pick<Search["engine"], "isHealthy" | "countDocuments">;
}

/** What the app is wired from. */
export interface AppParts {
  readonly corpus: Corpus;
  readonly gazetteer: Gazetteer;
  readonly search: ServedSearch;
  readonly viewer: Viewer;
  readonly log: Log;
  /** What a client must know to direct the crawler. */
  readonly adminToken: string;
  readonly hasContact: boolean;
}

/** Makes a page of the bytes of an original, away from this thread. */
export interface Viewer {
  readonly show: (
    original: Omit<OriginalToShow, "digest"> & { readonly bytes: Uint8Array },
  ) => Promise<ShownOriginal>;
}

/** How old the numbers of the start page and the suggestions may be. */
const holdingsLifeMs = 2_000;
const suggestionsLifeMs = 10_000;

/** Wires the app to the store, the archive and the search. */
export function buildAppDeps(parts: AppParts): AppDeps {
  const { corpus, gazetteer, search, viewer, log } = parts;
  const { store, archive } = corpus;
  const regions = openRegionNames({ store, gazetteer });
  const loadNames = remember(
    openNames({ store, gazetteer, simplify: (text) => search.simplify(text) }),
    suggestionsLifeMs,
  );
  return {
    search: search.search,
    exportSearch: (query) => search.exportSearch(query, (ids) => loadCaptureTimes(store, ids)),
    resolveRegion: async (name) => {
      await regions.refresh?.();
      return regions.resolve(name);
    },
    suggest: async (text, limit) => (await loadNames()).suggest(text, limit),
    findPlaces: async (text) => (await loadNames()).findPlaces(text),
    loadReport: (id, digest) => loadReport(store, id, digest ?? null),
    loadVersionChanges: (id) => loadVersionChanges(store, id),
    loadLikeness: (id) => loadLikeness(store, id),
    openOriginal: async (digest) => {
      const bytes = await archive.read(digest);
      return bytes === null ? null : new Uint8Array(bytes);
    },
    showOriginal: async ({ digest, ...view }) => {
      const bytes = await archive.read(digest);
      return bytes === null ? null : viewer.show({ bytes, ...view });
    },
    checkHealth: () =>
      checkHealth({
        isEngineHealthy: () => search.engine.isHealthy(),
        countSections: () => search.engine.countDocuments("sections"),
        countReports: async () => (await loadHoldings(store)).reports,
      }),
    loadHoldings: remember(() => loadHoldings(store), holdingsLifeMs),
    loadNewest: (limit) => loadNewestReports(store, limit),
    buildMarker: search.buildMarker,
    ...buildSourceDeps({ store, gazetteer, log }),
    hasContact: parts.hasContact,
    gate: new AdminGate(parts.adminToken),
    log,
  };
}
