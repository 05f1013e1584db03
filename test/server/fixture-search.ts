import { buildFactKey } from "../../corpus/fact.ts";
import { noLikeness } from "../../corpus/likeness/likeness.ts";
import { listCopied } from "../../corpus/likeness/list-copied.ts";
import type { Report } from "../../corpus/report.ts";
import { sectionKinds } from "../../corpus/section.ts";
import { findAttachmentState } from "../../search/documents/attachment-state.ts";
import { facets, type FacetKey } from "../../search/facets.ts";
import { findFindingState } from "../../search/documents/finding-state.ts";
import { buildChips } from "../../search/language/build-chips.ts";
import { parseQuery } from "../../search/language/parse-query.ts";
import type { QueryNames } from "../../search/language/query-names.ts";
import { readFactSort, type SearchQuery } from "../../search/query.ts";
import type { FacetCount, Hit, Mark, SearchResult } from "../../search/search-result.ts";
import { countyLikeness } from "./fixture-likeness.ts";
import { countyReport, pickRegions, regions } from "./fixture-report.ts";
import { reports } from "./fixture-reports.ts";

interface Entry {
  readonly report: Report;
  readonly position: number;
}

const entries: readonly Entry[] = reports.flatMap((report) =>
  report.sections.map((_, position) => ({ report, position })),
);

export const sectionCount = entries.length;

const names: QueryNames = {
  regions: {
    nameOf: (code) => regions.find((region) => region.code === code)?.name ?? null,
    resolve: (nameOrCode) =>
      regions
        .filter(({ code, name }) => code === nameOrCode || name === nameOrCode)
        .map(({ code }) => code),
  },
  simplify: (text) => text,
};

/** A county's name with a wrong character: the one mistake that the fixtures correct. */
const mistake = { from: "青和县", to: "青禾县" } as const;

const split = (q: string): readonly string[] =>
  [...q.matchAll(/["“]([^"”]+)["”]|(\S+)/gu)].map(([, phrase, word]) => phrase ?? word ?? "");

const readText = ({ report, position }: Entry): string =>
  `${report.title}${report.sections[position]?.text}`;

const findMissing = (entry: Entry, words: readonly string[]): readonly string[] =>
  words.filter((word) => !readText(entry).includes(word));

export function findFixtureMarks(text: string, q: string): readonly Mark[] {
  return split(q).flatMap((word) => {
    const marks: Mark[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      marks.push({ start: at, end: at + word.length });
    }
    return marks;
  });
}

function readValues({ report, position }: Entry, key: FacetKey): readonly string[] {
  const section = report.sections[position]?.kind ?? "unknown";
  const { year, level, kind, form } = report;
  const codes = report.regions.map((region) => region.code);
  const values = { year: [String(year)], section: [section], level: [level], kind: [kind] };
  const findings = [findFindingState(report.findings)];
  const attachment = [findAttachmentState(report.attachments)];
  const copied = listCopied(report === countyReport ? countyLikeness : noLikeness, position);
  return { ...values, form: [form], region: codes, findings, attachment, copied }[key].filter(
    (value) => value !== null,
  );
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

function readValue({ report }: Entry, { sort }: SearchQuery): number | null {
  const key = readFactSort(sort)?.fact;
  return report.facts.find((fact) => buildFactKey(fact) === key)?.value ?? null;
}

function sortEntries(found: readonly Entry[], query: SearchQuery): readonly Entry[] {
  const order = readFactSort(query.sort);
  if (order === null) return found;
  const sign = order.direction === "descending" ? -1 : 1;
  const rank = (entry: Entry) => readValue(entry, query) ?? sign * Infinity;
  return found.toSorted((a, b) => sign * (rank(a) - rank(b)) || 0);
}

/** The best section of each report, with its others; every section where hits are not grouped. */
function groupEntries(found: readonly Entry[], { group }: SearchQuery): readonly Entry[][] {
  if (group === "none") return found.map((entry) => [entry]);
  const ids = new Set(found.map(({ report }) => report.id));
  return [...ids].map((id) => found.filter(({ report }) => report.id === id));
}

function buildHit([entry, ...others]: readonly Entry[], words: string, query: SearchQuery): Hit[] {
  if (entry === undefined) return [];
  const { report, position } = entry;
  const section = report.sections[position] ?? { kind: "unknown", heading: "", text: "" };
  const snippet = section.text.slice(0, 160);
  const missing = findMissing(entry, split(words));
  const hit: Hit = {
    id: `${report.id}-${position}`,
    reportId: report.id,
    title: report.title,
    titleMarks: [...findFixtureMarks(report.title, words)],
    agency: report.agency,
    region: report.regions.map(({ code, name }) => ({ code, name })),
    year: report.year,
    section: section.kind,
    position,
    heading: section.heading,
    snippet,
    marks: [...findFixtureMarks(snippet, words)],
    url: report.capture.address,
    demo: report.demo,
    published: report.published,
    added: report.capture.capturedAt,
    relaxed: missing.length > 0,
    missing: [...missing],
    instead: [],
    value: readValue(entry, query),
    more: others.map((other) => ({
      position: other.position,
      section: report.sections[other.position]?.kind ?? "unknown",
      heading: report.sections[other.position]?.heading ?? "",
    })),
  };
  return [hit];
}

/** How the query is read: by the real grammar, with places and, on a first page, one mistake of the fixtures. */
function readQuery({ q, verbatim, page }: SearchQuery) {
  const isMistaken = q.includes(mistake.from) && verbatim === "0" && page === 1;
  const words = isMistaken ? q.replace(mistake.from, mistake.to) : q;
  const parsed = parseQuery(words, names);
  const places = regions
    .filter(({ name }) => split(words).includes(name))
    .map(({ code, name }) => {
      const path = pickRegions(code).filter((region) => region.code !== code);
      const chip = buildChips(parsed, words).find(({ label }) => label === name);
      const without = chip?.without ?? words;
      return { code, name, path: path.map((region) => region.name), typed: name, without };
    });
  return {
    words,
    understood: buildChips(parsed, words).map(({ label, kind, without }) => ({
      label,
      kind,
      without,
    })),
    problems: parsed.problems.map(({ message, span }) => ({ message, ...span })),
    correction: isMistaken
      ? { ...mistake, query: words, applied: true, reason: "slip" as const }
      : null,
    places,
  };
}

/** A search over the fixtures by plain substrings: enough for pages, nothing like the real one. */
export function searchFixtures(query: SearchQuery): SearchResult {
  const { words, ...reading } = readQuery(query);
  const typed = split(words);
  const strict = entries.filter((entry) => findMissing(entry, typed).length === 0);
  const found = strict.filter((entry) => passes(entry, query));
  const own = groupEntries(sortEntries(found, query), query);
  const end = query.page * query.size;
  const shown = own.slice(end - query.size, end);
  const others = findRelaxed(typed, query).filter((list) => !isShown(list, shown, query));
  const room = query.page === 1 ? Math.max(0, query.size - shown.length) : 0;
  const hits = [...shown, ...others.slice(0, room)];
  return {
    query: query.q,
    total: found.length,
    exact: true,
    page: query.page,
    size: query.size,
    hits: hits.flatMap((list) => buildHit(list, words, query)),
    facets: {
      ...Object.fromEntries(facets.map(({ key }) => [key, countFacet(strict, query, key)])),
      ...(query.place.length > 0 && {
        place: countFacet(strict, query, "region").filter(({ value }) =>
          query.place.includes(value),
        ),
      }),
    },
    relaxed: found.length === 0 && hits.length > 0,
    hasMore: own.length > end,
    ...reading,
    tookMs: 3,
  };
}

/** What holds some of the words; on a first page that is not full it follows what holds them all. */
function findRelaxed(words: readonly string[], query: SearchQuery): readonly (readonly Entry[])[] {
  const partly = entries.filter((entry) => {
    const missing = findMissing(entry, words).length;
    return missing > 0 && missing < words.length && passes(entry, query);
  });
  return groupEntries(sortEntries(partly, query), query);
}

function isShown(
  [entry]: readonly Entry[],
  shown: readonly (readonly Entry[])[],
  { group }: SearchQuery,
): boolean {
  return group === "report" && shown.some(([other]) => other?.report === entry?.report);
}
