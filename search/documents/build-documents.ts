import type { UnplacedFact } from "../../corpus/fact.ts";
import { findFirstHeld } from "../../corpus/find-first-held.ts";
import { type ReportLikeness, noLikeness } from "../../corpus/likeness/likeness.ts";
import { listCopied } from "../../corpus/likeness/list-copied.ts";
import type { ReportToIndex } from "../../corpus/report-to-index.ts";
import { findAttachmentState } from "./attachment-state.ts";
import { findFindingState } from "./finding-state.ts";
import { buildGrams, buildSigns } from "../grams/build-grams.ts";
import { cutGrams } from "../grams/cut-grams.ts";
import { type NameWords, openNameWords } from "./name-words.ts";
import type {
  Metrics,
  RegionCodes,
  ReportDocument,
  SectionDocument,
  SectionGrams,
} from "./section-document.ts";

/** Builds the documents of a report's sections; see `buildSectionDocuments`. */
export type SectionBuilder = (
  report: ReportToIndex,
  likeness?: Pick<ReportLikeness, "sections">,
) => readonly SectionDocument[];

/**
 * The documents of a report's sections, one each in reading order, with ids `<report>-<position>`. `likeness` is what
 * they have in common with those of other reports.
 */
export function buildSectionDocuments(
  report: ReportToIndex,
  simplify: (text: string) => string,
  likeness: Pick<ReportLikeness, "sections"> = noLikeness,
): readonly SectionDocument[] {
  return openSectionBuilder(simplify)(report, likeness);
}

/** Opens the same for many reports, those of an agency one after the other. */
export function openSectionBuilder(simplify: (text: string) => string): SectionBuilder {
  const readNames = openNameWords();
  return (report, likeness = noLikeness) => {
    const words = readNames(report);
    const build = openGramBuilder(simplify(report.title), words, simplify);
    const { title, agency, kind, year, published, level, form, demo } = report;
    const added = Date.parse(findFirstHeld(report));
    const shared = { agency, kind, year, published, added, level, form, demo };
    const region = buildRegionCodes(report);
    const places = report.regions.map(({ code, name }) => ({ code, name }));
    return report.sections.map((section, position) => ({
      id: buildSectionId(report.id, position),
      reportId: report.id,
      title,
      heading: section.heading,
      content: section.text,
      grams: build(section),
      py: words.py,
      ...shared,
      findings: findFindingState(report.findings),
      attachment: findAttachmentState(report.attachments),
      copied: listCopied(likeness, position),
      section: section.kind,
      position,
      region,
      places,
      url: report.capture.address,
    }));
  };
}

/** What builds the grams of a report's sections: those of its names and its title are the same for all. */
function openGramBuilder(
  title: string,
  words: NameWords,
  simplify: (text: string) => string,
): (section: ReportToIndex["sections"][number]) => SectionGrams {
  const shared = { own: words.own, title: buildGrams(title), names: words.nameGrams };
  return (section) => {
    const [heading, text] = [simplify(section.heading), simplify(section.text)];
    return {
      ...shared,
      heading: buildGrams(heading),
      ...cutGrams(buildGrams(text)),
      signs: buildSigns([title, heading, text, ...words.names]),
    };
  };
}

/** The id of a section's document; a report's ids are those of positions 0 to the number of its sections. */
export function buildSectionId(reportId: string, position: number): string {
  return `${reportId}-${position}`;
}

/** The document of a report, with its numbers for filters and sorting. */
export function buildReportDocument(report: ReportToIndex): ReportDocument {
  const { id, title, agency, kind, year, published, level, form } = report;
  const shared = { id, title, agency, kind, year, published, level, form };
  return { ...shared, region: buildRegionCodes(report), m: buildMetrics(report.facts) };
}

function buildRegionCodes(report: ReportToIndex): RegionCodes {
  const [lvl0, lvl1, lvl2, lvl3] = report.regions.map(({ code }) => code);
  return {
    ...(lvl0 !== undefined && { lvl0 }),
    ...(lvl1 !== undefined && { lvl1 }),
    ...(lvl2 !== undefined && { lvl2 }),
    ...(lvl3 !== undefined && { lvl3 }),
  };
}

const canonicalKey = /^[a-z][A-Za-z0-9]*$/;

/** A level of the metrics while it is built. */
interface MetricsBranch {
  [key: string]: number | MetricsBranch;
}

/**
 * Numbers by table, row part and column. Blank cells are left out, and so are rows that only carry a label
 * (`denied.属于工作秘密`): the engine's fields are a closed list, the store holds all facts.
 */
function buildMetrics(facts: readonly UnplacedFact[]): Metrics {
  const metrics: MetricsBranch = {};
  for (const fact of facts) {
    if (fact.value === null) continue;
    const path = [fact.table, ...fact.row.split("."), ...fact.column.split(".")];
    if (path.every((key) => canonicalKey.test(key))) putNumber(metrics, path, fact.value);
  }
  return metrics;
}

/** Puts a number at its path; a second number for the same cell, or one where a branch stands, is left out. */
function putNumber(metrics: MetricsBranch, path: readonly string[], value: number): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  const present = Object.hasOwn(metrics, key) ? metrics[key] : undefined;
  if (rest.length === 0) {
    if (present === undefined) metrics[key] = value;
    return;
  }
  if (typeof present === "number") return;
  const branch = present ?? {};
  metrics[key] = branch;
  putNumber(branch, rest, value);
}
