import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { Corpus } from "../corpus/main.ts";
import { loadHoldings } from "../corpus/store/holdings.ts";
import { loadLikeness } from "../corpus/store/likeness/load-likeness.ts";
import { loadReport } from "../corpus/store/load-report.ts";
import { loadVersionChanges } from "../corpus/store/load-version-changes.ts";
import { loadNewestReports } from "../corpus/store/newest-reports.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { buildRegionNames } from "../search/build-region-names.ts";
import type { Search } from "../search/main.ts";
import { AdminGate } from "./auth/admin-gate.ts";
import { buildSourceDeps } from "./build-source-deps.ts";
import type { AppDeps, Health, Log, OriginalToShow, ShownOriginal } from "./app-deps.ts";
import { openNames } from "./open-names.ts";
import { remember } from "./remember.ts";

/** What the app is wired from. */
export interface AppParts {
  readonly corpus: Corpus;
  readonly gazetteer: Gazetteer;
  readonly search: Search;
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
  const loadNames = remember(
    openNames({ store, gazetteer, simplify: search.simplify }),
    suggestionsLifeMs,
  );
  return {
    search: search.search,
    resolveRegion: buildRegionNames(gazetteer).resolve,
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
    checkHealth: () => checkHealth(store, search),
    loadHoldings: remember(() => loadHoldings(store), holdingsLifeMs),
    loadNewest: (limit) => loadNewestReports(store, limit),
    buildMarker: search.buildMarker,
    ...buildSourceDeps({ store, gazetteer, log }),
    hasContact: parts.hasContact,
    gate: new AdminGate(parts.adminToken),
    log,
  };
}

async function checkHealth(store: Store, search: Search): Promise<Health> {
  const [healthy, holdings, sections] = await Promise.all([
    search.engine.isHealthy(),
    loadHoldings(store).catch(() => null),
    search.engine.countDocuments("sections").catch(() => 0),
  ]);
  return {
    engine: healthy ? "ok" : "unavailable",
    store: holdings === null ? "unavailable" : "ok",
    reports: holdings?.reports ?? 0,
    sections,
  };
}
