import type { Report } from "../../corpus/report.ts";
import { sectionKinds } from "../../corpus/section.ts";
import { facets, type FacetKey } from "../../search/facets.ts";
import type { SearchQuery } from "../../search/query.ts";
import type {
  FacetCount,
  Hit,
  Mark,
  SearchResult,
  Suggestion,
} from "../../search/search-result.ts";
import type { AppDeps } from "../../server/app-deps.ts";
import { buildSourceFixtures } from "./source-fixtures.ts";
import type { HeldReport, Holdings } from "../../corpus/holdings.ts";
import type { VersionChanges } from "../../corpus/diff/version-changes.ts";
import {
  buildCapture,
  buildFacts,
  countyReport,
  olderReport,
  pickRegions,
  regions,
} from "./fixture-report.ts";

const townReports = [2020, 2021, 2022, 2023].map((year): Report => ({
  ...countyReport,
  id: `980102101-77aa00bb-${year}`,
  agencyId: "980102101-77aa00bb",
  agency: "白石镇人民政府",
  printedAgency: "白石镇人民政府",
  regions: pickRegions("980102101"),
  level: "township",
  year,
  title: `白石镇${year}年政府信息公开工作年度报告`,
  form: year < 2021 ? "2019" : "2021",
  published: null,
  indexNumber: null,
  documentNumber: null,
  sections: countyReport.sections.slice(0, 4),
  facts: buildFacts(year < 2021 ? "2019" : "2021", { "amount.procurement": null }),
  findings: [],
  warnings: [],
  capture: buildCapture("c", null),
  versions: [
    { capture: buildCapture("c", null), extractedAt: "2025-03-02T02:16:00.000Z", current: true },
  ],
}));

const bureauReport: Report = {
  ...countyReport,
  id: "980203-5e5e5e5e-2017",
  agencyId: "980203-5e5e5e5e",
  agency: "云岭区教育局",
  printedAgency: "云岭区教育局",
  kind: "department",
  regions: pickRegions("980203"),
  year: 2017,
  title: "云岭区教育局2017年政府信息公开工作年度报告",
  form: "2008",
  sections: [
    ...countyReport.sections.slice(0, 2),
    { kind: "appendix", heading: "附件", text: "指标名称  计量单位  2017年度  历年累计" },
  ],
  facts: buildFacts("2008", { "published.thisYear": 86, "published.cumulative": 1204 }),
  findings: [],
};

export const reports: readonly Report[] = [countyReport, ...townReports, bureauReport];

const split = (q: string): readonly string[] =>
  [...q.matchAll(/["“]([^"”]+)["”]|(\S+)/gu)].map(([, phrase, word]) => phrase ?? word ?? "");

function findMarks(text: string, q: string): readonly Mark[] {
  return split(q).flatMap((word) => {
    const marks: Mark[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      marks.push({ start: at, end: at + word.length });
    }
    return marks;
  });
}

interface Entry {
  readonly report: Report;
  readonly position: number;
}

const entries: readonly Entry[] = reports.flatMap((report) =>
  report.sections.map((_, position) => ({ report, position })),
);

function readValues({ report, position }: Entry, key: FacetKey): readonly string[] {
  const section = report.sections[position]?.kind ?? "unknown";
  const { year, level, kind, form } = report;
  const codes = report.regions.map((region) => region.code);
  const values = { year: [String(year)], section: [section], level: [level], kind: [kind] };
  return { ...values, form: [form], region: codes }[key].filter((value) => value !== null);
}

function passes(entry: Entry, query: SearchQuery, but?: FacetKey): boolean {
  return facets.every(({ key }) => {
    const wanted = query[key].map(String);
    const values = readValues(entry, key);
    return key === but || wanted.length === 0 || wanted.some((value) => values.includes(value));
  });
}

function countFacet(matching: readonly Entry[], query: SearchQuery, key: FacetKey): FacetCount[] {
  const counts = new Map<string, number>();
  for (const entry of matching.filter((entry) => passes(entry, query, key)))
    for (const value of readValues(entry, key)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const labels = facets.find((facet) => facet.key === key)?.labels;
  const name = (value: string): string =>
    labels?.[value] ?? regions.find((region) => region.code === value)?.name ?? value;
  const list = [...counts].map(([value, count]) => ({ value, label: name(value), count }));
  if (key === "section")
    return list.sort(
      (a, b) =>
        sectionKinds.findIndex((kind) => kind === a.value) -
        sectionKinds.findIndex((kind) => kind === b.value),
    );
  return list.sort((a, b) =>
    key === "year" ? Number(b.value) - Number(a.value) : b.count - a.count,
  );
}

function buildHit({ report, position }: Entry, q: string): Hit {
  const section = report.sections[position] ?? { kind: "unknown", heading: "", text: "" };
  const snippet = section.text.slice(0, 160);
  return {
    id: `${report.id}-${position}`,
    reportId: report.id,
    title: report.title,
    titleMarks: [...findMarks(report.title, q)],
    agency: report.agency,
    region: report.regions.map(({ code, name }) => ({ code, name })),
    year: report.year,
    section: section.kind,
    position,
    heading: section.heading,
    snippet,
    marks: [...findMarks(snippet, q)],
    url: report.capture.address,
    demo: report.demo,
    published: report.published,
  };
}

/** A search over the fixtures by plain substrings: enough for pages, nothing like the real one. */
export function searchFixtures(query: SearchQuery): SearchResult {
  const words = split(query.q);
  const holds = ({ report, position }: Entry, word: string): boolean =>
    `${report.title}${report.sections[position]?.text}`.includes(word);
  const strict = entries.filter((entry) => words.every((word) => holds(entry, word)));
  const relaxed = strict.length === 0 && words.length > 1;
  const matching = relaxed
    ? entries.filter((entry) => words.some((word) => holds(entry, word)))
    : strict;
  const found = matching.filter((entry) => passes(entry, query));
  const start = (query.page - 1) * query.size;
  return {
    query: query.q,
    total: found.length,
    exact: true,
    page: query.page,
    size: query.size,
    hits: found.slice(start, start + query.size).map((entry) => buildHit(entry, query.q)),
    facets: Object.fromEntries(facets.map(({ key }) => [key, countFacet(matching, query, key)])),
    relaxed,
    tookMs: 3,
  };
}

export const suggestions: readonly Suggestion[] = [
  { kind: "place", name: "青禾县", detail: "澜川省 › 临湖市", value: "980102", reports: 5 },
  { kind: "agency", name: "青禾县人民政府", detail: "青禾县", value: "青禾县人民政府", reports: 1 },
];

export const holdings: Holdings = {
  demoReports: 2,
  reports: reports.length,
  sections: entries.length,
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
    resolveRegion: (nameOrCode) => (/^\d+$/.test(nameOrCode) ? [nameOrCode] : []),
    suggest: async (text, limit) =>
      suggestions.filter(({ name }) => name.startsWith(text) || text === "qinghe").slice(0, limit),
    loadReport: async (id, digest) => findVersion(id, digest),
    loadVersionChanges: async (id) => (id === countyReport.id ? [countyChanges] : []),
    showOriginal: async ({ at }) => ({
      state: "shown",
      html: `<!doctype html><title>原件</title><p id="cell">${JSON.stringify(at)}</p>`,
    }),
    openOriginal: async () => new TextEncoder().encode("<script>alert(1)</script><p>原文</p>"),
    checkHealth: async () => ({ engine: "ok", store: "ok", reports: 6, sections: 27 }),
    loadHoldings: async () => holdings,
    loadNewest: async (limit) => newest.slice(0, limit),
    buildMarker: (query) => (text) => findMarks(text, query),
    ...buildSourceFixtures(),
    log: { info: ignore, warn: ignore, error: ignore },
    ...changes,
  };
}
