import type { Agency } from "../../corpus/agency.ts";
import type { DivisionPath } from "../../corpus/division.ts";
import type { Fact } from "../../corpus/fact.ts";
import type { Section } from "../../corpus/section.ts";
import { readPeriod } from "./metadata/find-year.ts";
import { readTitleYear } from "./metadata/report-title.ts";

/** What a reading leaves open. */
export interface Doubts extends PlaceDoubts, YearDoubts {
  readonly facts: readonly Fact[];
}

export interface PlaceDoubts {
  readonly agency: Agency | null;
  readonly division: DivisionPath | null;
}

export interface YearDoubts {
  readonly title: string | null;
  readonly preamble: string | null;
  readonly sections: readonly Section[];
}

/** Sentences for readers about what could not be read. */
export function describeDoubts(doubts: Doubts): readonly string[] {
  const { sections, facts } = doubts;
  const warnings: string[] = [];
  warnings.push(...describePlaceDoubts(doubts), ...describeYearDoubts(doubts));
  if (sections.length === 0) warnings.push("没有找到章节标题，全文作为前言保存。");
  if (facts.length === 0) warnings.push("没有找到可以读取的统计表（可能是图片或附件）。");
  return warnings;
}

/** What is open about the body that publishes; a person who names it settles this. */
export function describePlaceDoubts({ agency, division }: PlaceDoubts): readonly string[] {
  if (!agency) return ["没有找到发布机关的名称。"];
  return division ? [] : [`无法确定“${agency.printed}”属于哪个行政区划。`];
}

/** Where the title and the statistical period name two years; a person who gives the year settles this. */
export function describeYearDoubts({ title, preamble, sections }: YearDoubts): readonly string[] {
  const named = title === null ? null : readTitleYear(title);
  const counted = readPeriod(preamble ?? "") ?? readPeriod(sections[0]?.text ?? "");
  if (named === null || counted === null || named === counted) return [];
  return [`标题写的是${named}年，统计期限却是${counted}年，请核对年度。`];
}
