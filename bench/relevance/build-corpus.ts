import type { Fact, TableKey } from "../../corpus/fact.ts";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { noDates } from "../../corpus/report-dates.ts";
import type { Report } from "../../corpus/report.ts";
import { createRandom, type Random } from "../../demo/generator/random.ts";
import { foldForGrep } from "./fold-for-grep.ts";
import { draftReport, type DraftReport, type DraftSection } from "./draft-report.ts";
import type { JudgedSection } from "./judged-section.ts";
import { listBodies, loadPlaces, type Body } from "./list-bodies.ts";
import { plantHalf, plantPlaceMentions } from "./plant.ts";
import { testPlanting } from "./planting-test.ts";
import { tuningPlanting } from "./planting-tuning.ts";

/** Reports for systems to index, and the truth about each of their sections. */
export interface RelevanceCorpus {
  readonly places: Gazetteer;
  readonly reports: readonly Report[];
  readonly sections: readonly JudgedSection[];
}

const corpusSeed = 20_241_122;
const firstYear = 2014;
const lastYear = 2024;

/** The corpus that all queries are judged on: the same for the same seed, on every machine. */
export function buildCorpus(seed = corpusSeed): RelevanceCorpus {
  const random = createRandom(seed);
  const places = loadPlaces();
  const reports = listBodies(places).flatMap((body) =>
    listYears(body, random).map((year) => draftReport(body, year, random)),
  );
  for (const planting of [tuningPlanting, testPlanting]) plantHalf(planting, { reports, random });
  plantPlaceMentions(places, { reports, random });
  return {
    places,
    reports: reports.map(buildReport),
    sections: reports.flatMap(judgeSections),
  };
}

/** Governments and subdistricts report every year, other bodies in about half of the years. */
function listYears({ kind }: Body, random: Random): readonly number[] {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const isSure = (year: number): boolean => year >= 2021 && year <= 2023;
  if (kind === "government" || kind === "subdistrict") return years;
  return years.filter((year) => isSure(year) || random.happens(0.35));
}

/** Paragraphs a line each; a wrapped section is broken every 26 characters, though never within a number or word. */
function printText({ paragraphs, wrapped }: DraftSection): string {
  if (!wrapped) return paragraphs.join("\n");
  const wrap = (paragraph: string): string =>
    paragraph.replaceAll(/(.{26})(?<![\dA-Za-z.%-])(?![\dA-Za-z.%-])/gu, "$1\n");
  return paragraphs.map(wrap).join("\n");
}

function buildReport(draft: DraftReport): Report {
  const { body, year, id } = draft;
  const capturedAt = "2025-02-01T00:00:00Z";
  const capture = {
    digest: "0".repeat(64),
    address: `https://www.example.cn/${id}.html`,
    file: null,
    page: null,
    capturedAt,
    mediaType: "text/html",
    charset: "utf-8",
    bytes: 20_000,
  };
  return {
    id,
    agencyId: draft.agencyId,
    agency: body.agency,
    printedAgency: body.printed,
    kind: body.kind,
    regions: body.path.map(({ code, name, level }) => ({ code, name, level })),
    level: body.path.at(-1)?.level ?? null,
    year,
    title: draft.title,
    form: draft.form,
    published: `${year + 1}-01-20`,
    indexNumber: null,
    documentNumber: null,
    demo: true,
    sections: draft.sections.map((section) => ({
      kind: section.kind,
      heading: section.heading,
      text: printText(section),
    })),
    facts: Object.entries(draft.facts).map(([key, value]) => buildFact(key, value)),
    findings: [],
    warnings: [],
    dates: noDates,
    attachments: [],
    capture,
    versions: [{ capture, extractedAt: capturedAt, current: true }],
  };
}

function buildFact(key: string, value: number): Fact {
  const [table = "", row = "", column = ""] = key.split(".");
  const at = { in: "text", table: 0, row: 0, column: 0, start: 0, end: 0 } as const;
  const shared = { value, raw: String(value), unit: null, label: row, at };
  return { table: readTable(table), row, column, ...shared };
}

function readTable(name: string): TableKey {
  if (name === "requests" || name === "disputes" || name === "disclosure") return name;
  throw new Error(`No table is called ${name}: correct the facts of the drafts.`);
}

function judgeSections(draft: DraftReport): readonly JudgedSection[] {
  const { body, year, form, id, title, facts } = draft;
  const names = listNames(body);
  const [foldedTitle, ...foldedNames] = [title, ...names].map(foldForGrep);
  const shared = {
    reportId: id,
    title,
    names,
    agency: body.agency,
    agencyKind: body.kind,
    path: body.path.map(({ code }) => code),
    level: body.path.at(-1)?.level ?? "province",
    form,
    year,
    facts,
  };
  return draft.sections.map((section, position) => {
    const { heading, topics, mentions } = section;
    const text = printText(section);
    const head = [foldedTitle ?? "", foldForGrep(heading)];
    const folded = { head, text: foldForGrep(text), names: foldedNames };
    const own = { heading, text, folded, section: section.kind, topics, mentions };
    return { id: `${id}-${position}`, ...shared, ...own };
  });
}

/** The names of a body's places from the province down, and each without the word of its level. */
function listNames({ path }: Body): readonly string[] {
  const names = path.map(({ name }) => name);
  const stems = names.map((name) => name.replace(/(?:街道|[省市县区镇乡])$/u, ""));
  return [...new Set([...names, ...stems.filter((stem) => stem.length > 1)])];
}
