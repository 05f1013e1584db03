import type { Agency } from "../../corpus/agency.ts";
import type { DivisionPath } from "../../corpus/division.ts";
import type { Fact } from "../../corpus/fact.ts";
import type { Section } from "../../corpus/section.ts";

/** What a reading leaves open. */
export interface Doubts {
  readonly replaced: number;
  readonly agency: Agency | null;
  readonly division: DivisionPath | null;
  readonly sections: readonly Section[];
  readonly facts: readonly Fact[];
}

/** Sentences for readers about what could not be read. */
export function describeDoubts(doubts: Doubts): readonly string[] {
  const { replaced, agency, division, sections, facts } = doubts;
  const warnings: string[] = [];
  if (replaced > 0) warnings.push(`有 ${replaced} 个字符无法解码。`);
  if (!agency) warnings.push("没有找到发布机关的名称。");
  else if (!division) warnings.push(`无法确定“${agency.printed}”属于哪个行政区划。`);
  if (sections.length === 0) warnings.push("没有找到章节标题，全文作为前言保存。");
  if (facts.length === 0) warnings.push("没有找到可以读取的统计表（可能是图片或附件）。");
  return warnings;
}
