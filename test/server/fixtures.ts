import { noLikeness } from "../../corpus/likeness/likeness.ts";
import type { Report } from "../../corpus/report.ts";
import type { Suggestion } from "../../search/search-result.ts";
import type { AppDeps } from "../../server/app-deps.ts";
import { exportFixtures } from "./fixture-export.ts";
import { findFixtureMarks, searchFixtures, sectionCount } from "./fixture-search.ts";
import { buildSourceFixtures } from "./source-fixtures.ts";
import type { HeldReport, Holdings } from "../../corpus/holdings.ts";
import type { VersionChanges } from "../../corpus/diff/version-changes.ts";
import { countyLikeness } from "./fixture-likeness.ts";
import { countyReport, olderReport, regions } from "./fixture-report.ts";
import { reports } from "./fixture-reports.ts";

export const suggestions: readonly Suggestion[] = [
  {
    kind: "place",
    name: "青禾县",
    detail: "澜川省 › 临湖市",
    value: "980102",
    reports: 5,
    address: "/?region=980102",
  },
  {
    kind: "agency",
    name: "青禾县人民政府",
    detail: "青禾县",
    value: "青禾县人民政府",
    reports: 1,
    address: "/?region=980102&level=county&kind=government",
  },
  {
    kind: "term",
    name: "青禾县 行政处罚",
    detail: "",
    value: "行政处罚",
    reports: null,
    address: `/?${new URLSearchParams({ q: "行政处罚", region: "980102" }).toString()}`,
  },
];

export const holdings: Holdings = {
  demoReports: 2,
  reports: reports.length,
  sections: sectionCount,
  agencies: 3,
  oldestYear: 2017,
  newestYear: 2024,
};

export const newest: readonly HeldReport[] = reports.map(
  ({ id, title, agency, regions, year, published, capture }) => ({
    id,
    title,
    agency,
    regions,
    year,
    published,
    capturedAt: capture.capturedAt,
  }),
);

const countyChanges: VersionChanges = {
  digest: "a".repeat(64),
  since: "b".repeat(64),
  facts: 2,
  sections: 1,
};

/** A report as one of its versions tells it: the older one of the county says something else in three places. */
function findVersion(id: string, digest?: string): Report | null {
  const report = reports.find((report) => report.id === id) ?? null;
  if (report === null || digest === undefined || digest === report.capture.digest) return report;
  const version = report.versions.find(({ capture }) => capture.digest === digest);
  return version && report === countyReport ? olderReport : null;
}

/** The app's parts, played by the fixtures; `changes` replaces some of them. */
export function buildDeps(changes: Partial<AppDeps> = {}): AppDeps {
  const ignore = (): void => {};
  return {
    search: async (query) => searchFixtures(query),
    exportSearch: async (query) => exportFixtures(query),
    resolveRegion: async (nameOrCode) => (/^\d+$/.test(nameOrCode) ? [nameOrCode] : []),
    suggest: async (text, limit) =>
      suggestions.filter(({ name }) => name.startsWith(text) || text === "qinghe").slice(0, limit),
    findPlaces: async (text) =>
      regions.filter(({ name }) => name.includes(text)).map(({ code }) => code),
    loadReport: async (id, digest) => findVersion(id, digest),
    loadVersionChanges: async (id) => (id === countyReport.id ? [countyChanges] : []),
    loadLikeness: async (id) => (id === countyReport.id ? countyLikeness : noLikeness),
    showOriginal: async ({ at }) => ({
      state: "shown",
      html: `<!doctype html><title>原件</title><p id="cell">${JSON.stringify(at)}</p>`,
    }),
    openOriginal: async () => new TextEncoder().encode("<script>alert(1)</script><p>原文</p>"),
    checkHealth: async () => ({ engine: "ok", store: "ok", reports: 6, sections: 27 }),
    loadHoldings: async () => holdings,
    loadNewest: async (limit) => newest.slice(0, limit),
    buildMarker: (query) => ({
      findMarks: (text) => findFixtureMarks(text, query),
      findPassage: (text) => {
        const [first] = findFixtureMarks(text, query);
        return first === undefined ? null : { start: first.start, end: text.length };
      },
    }),
    ...buildSourceFixtures(),
    log: { info: ignore, warn: ignore, error: ignore },
    ...changes,
  };
}
