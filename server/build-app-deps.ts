import { agencyKindLabels } from "../corpus/agency.ts";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { levelLabels } from "../corpus/division.ts";
import type { Corpus } from "../corpus/main.ts";
import { loadHeldAgencies, loadHeldPlaces, loadHoldings } from "../corpus/store/holdings.ts";
import { loadReport } from "../corpus/store/load-report.ts";
import { loadVersionChanges } from "../corpus/store/load-version-changes.ts";
import { loadNewestReports } from "../corpus/store/newest-reports.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { buildRegionNames } from "../search/build-region-names.ts";
import type { Search } from "../search/main.ts";
import { buildSuggester, type SuggestEntry } from "../search/suggest.ts";
import { AdminGate } from "./auth/admin-gate.ts";
import { buildSourceDeps } from "./build-source-deps.ts";
import type { AppDeps, Health, Log, OriginalToShow, ShownOriginal } from "./app-deps.ts";
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
  const loadSuggester = remember(
    async () => buildSuggester(await loadEntries(store, gazetteer), search.simplify),
    suggestionsLifeMs,
  );
  return {
    search: search.search,
    resolveRegion: buildRegionNames(gazetteer).resolve,
    suggest: async (text, limit) => (await loadSuggester())(text, limit),
    loadReport: (id, digest) => loadReport(store, id, digest ?? null),
    loadVersionChanges: (id) => loadVersionChanges(store, id),
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

/** Places and agencies of which there are reports. */
async function loadEntries(store: Store, gazetteer: Gazetteer): Promise<readonly SuggestEntry[]> {
  const places = (await loadHeldPlaces(store)).filter((place) => place.reports > 0);
  const agencies = await loadHeldAgencies(store);
  const describe = (code: string | null, otherwise: string) => {
    const parents = code === null ? [] : gazetteer.path(code).map((division) => division.name);
    return { parents, detail: parents.join(" › ") || otherwise };
  };
  return [
    ...places.map(({ name, code, parent, level, reports }): SuggestEntry => {
      return { kind: "place", name, value: code, reports, ...describe(parent, levelLabels[level]) };
    }),
    ...agencies.map(({ name, kind, divisionCode, reports }): SuggestEntry => {
      const place = describe(divisionCode, agencyKindLabels[kind]);
      return { kind: "agency", name, value: name, reports, ...place };
    }),
  ];
}
