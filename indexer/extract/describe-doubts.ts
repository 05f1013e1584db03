import type { Agency } from "../../corpus/agency.ts";
import type { DivisionPath } from "../../corpus/division.ts";
import type { Fact } from "../../corpus/fact.ts";
import type { ReportDates } from "../../corpus/report-dates.ts";
import type { Section } from "../../corpus/section.ts";
import { readPeriod } from "./metadata/find-year.ts";
import type { Block } from "./page/page.ts";
import { readTitleYear } from "./metadata/report-title.ts";

/** What a reading leaves open. */
export interface Doubts extends PlaceDoubts, YearDoubts {
  readonly facts: readonly Fact[];
  readonly body: readonly Block[];
}

export interface PlaceDoubts {
  readonly agency: Agency | null;
  readonly division: DivisionPath | null;
}

export interface YearDoubts {
  readonly title: string | null;
  readonly preamble: string | null;
  readonly sections: readonly Section[];
  readonly year: number | null;
  readonly dates: ReportDates;
}

/** Sentences for readers about what could not be read. */
export function describeDoubts(doubts: Doubts): readonly string[] {
  const { title, sections, facts, body } = doubts;
  const warnings: string[] = [];
  warnings.push(...describePlaceDoubts(doubts), ...describeYearDoubts(doubts));
  if (title === null && body.some(isRecognized))
    warnings.push("图片中没有识别到报告的标题，请核对标题、机关和年度。");
  if (sections.length === 0) warnings.push("没有找到章节标题，全文作为前言保存。");
  if (facts.length === 0) warnings.push("没有找到可以读取的统计表（可能是图片或附件）。");
  return warnings;
}

/** Whether a line was read from a picture. */
function isRecognized(block: Block): boolean {
  if (block.kind !== "line") return false;
  const { origin } = block;
  return origin.in === "image" || (origin.in === "pdf" && origin.confidence !== undefined);
}

/** What is open about the body that publishes; a person who names it settles this. */
export function describePlaceDoubts({ agency, division }: PlaceDoubts): readonly string[] {
  if (!agency) return ["没有找到发布机关的名称。"];
  return division ? [] : [`无法确定“${agency.printed}”属于哪个行政区划。`];
}

/**
 * Where the title and the statistical period name two years, or every date lies before the year was nearly over; a
 * person who gives the year settles this.
 */
export function describeYearDoubts(doubts: YearDoubts): readonly string[] {
  const { title, preamble, sections } = doubts;
  const named = title === null ? null : readTitleYear(title);
  const counted = readPeriod(preamble ?? "") ?? readPeriod(sections[0]?.text ?? "");
  if (named === null || counted === null || named === counted) return describeEarlyDates(doubts);
  return [`标题写的是${named}年，统计期限却是${counted}年，请核对年度。`];
}

/** Some publish in December; a report is never older than that. */
function describeEarlyDates({ year, dates }: YearDoubts): readonly string[] {
  const { claimed, written, signed, address, id } = dates;
  const given = [claimed, written, signed, address, id].filter((date) => date !== null).toSorted();
  const latest = given.at(-1);
  if (year === null || latest === undefined || latest >= `${year}-10-01`) return [];
  return [`报告年度是${year}年，页面上的日期却都不晚于${latest}，请核对年度。`];
}
