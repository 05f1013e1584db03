import type { SectionKind } from "../../../corpus/section.ts";
import { stripNumbering } from "../tables/strip-numbering.ts";

/** A wording of section titles; `isExact` where only the title of that section is worded so. */
interface TitlePattern {
  readonly kind: SectionKind;
  readonly pattern: RegExp;
  readonly isExact?: boolean;
}

/** Wordings from official forms and real pages, the first that fits decides. White space is gone. */
const titlePatterns: readonly TitlePattern[] = [
  { kind: "appendix", pattern: /^附(?:件|表|录)[一二三四1234]?$/u, isExact: true },
  { kind: "appendix", pattern: /^[（(【[]附(?:件|表|录)?[一二三四1234]?[）)】\]].{0,36}$/u },
  { kind: "appendix", pattern: /^附(?:件|表|录)?[一二三四1234]?[：:].{1,36}$/u },
  { kind: "appendix", pattern: /^.{0,20}(?:指标|情况)统计(?:附)?表$/u },
  { kind: "other", pattern: /^其[他它](?:需要)?报告的?(?:其[他它])?事项$/u, isExact: true },
  { kind: "other", pattern: /^其[他它]?需要(?:报告|说明)的?(?:其[他它])?事项$/u, isExact: true },
  { kind: "other", pattern: /^(?:需要(?:说明|报告)的(?:其[他它])?事项.{0,6}|其[他它]事项)$/u },
  { kind: "fees", pattern: /^.{0,20}收费.{0,4}减免.{0,6}$/u, isExact: true },
  { kind: "fees", pattern: /^.{0,24}(?:收费|费用|支出).{0,12}(?:情况)?$/u },
  {
    kind: "problems",
    pattern: /^.{0,16}存在的?(?:主要)?问题(?:和|及|与|、).{0,4}(?:改进|整改).{0,6}$/u,
    isExact: true,
  },
  {
    kind: "problems",
    pattern:
      /^.{0,16}(?:存在|主要|现存)?.{0,4}(?:问题|不足)(?:(?:和|及|与|以及|、).{0,20}|情况)?$/u,
  },
  {
    kind: "problems",
    pattern: /^.{0,8}下一?步.{0,8}(?:打算|计划|安排|思路|思考|措施|工作|重点)$/u,
  },
  {
    kind: "problems",
    pattern: /^.{0,8}(?:改进|整改)(?:措施|情况|举措|意见|建议|方向|工作).{0,6}$/u,
  },
  { kind: "problems", pattern: /^.{0,16}建议和?.{0,8}(?:思考|打算)$/u },
  {
    kind: "disputes",
    pattern: /^(?:因)?政府信息公开(?:工作|申请)?(?:被)?(?:申请)?行政复议.{0,6}行政诉讼的?情况$/u,
    isExact: true,
  },
  { kind: "disputes", pattern: /^.{0,24}(?:复议|诉讼|申诉|举报).{0,20}情况$/u },
  { kind: "disputes", pattern: /^.{0,16}行政复议.{0,3}(?:行政)?诉讼$/u },
  {
    kind: "requests",
    pattern: /^(?:行政机关)?收到和处理政府信息公开申请的?情况$/u,
    isExact: true,
  },
  { kind: "requests", pattern: /^.{0,8}收到和?处理.{0,16}申请.{0,3}情况$/u },
  { kind: "disclosure", pattern: /^(?:行政机关)?主动公开.{0,20}(?:情况|详情|工作)$/u },
  { kind: "requests", pattern: /^(?:行政机关)?.{0,12}依申请.{0,24}情况$/u },
  { kind: "requests", pattern: /^.{0,8}(?:信息)?公开申请.{0,12}情况$/u },
  {
    kind: "disclosure",
    pattern: /^(?:行政机关)?主动公开政府信息的?情况$/u,
    isExact: true,
  },
  { kind: "disclosure", pattern: /^.{0,10}主动公开.{0,20}(?:情况|详情|工作)$/u },
  { kind: "disclosure", pattern: /^(?:信息公开渠道|公开的内容|公文类政府信息基本情况)$/u },
  {
    kind: "overview",
    pattern: /^(?:20\d\d年度?)?(?:政府信息公开)?(?:工作)?总体(?:工作)?情况$/u,
    isExact: true,
  },
  { kind: "overview", pattern: /^概述$/u, isExact: true },
  {
    kind: "overview",
    pattern:
      /^.{0,24}(?:总体情况|概述|概况|基本情况|开展情况|基本工作情况|总体工作情况|完成情况及成效|落实情况|引言)$/u,
  },
];

/** What a section title is about; null for wordings that no section of a report has. */
export function classifyTitle(
  title: string,
): { readonly kind: SectionKind; readonly isExact: boolean } | null {
  const words = compactTitle(title);
  if (words === "" || words.length > 50) return null;
  const found = titlePatterns.find(({ pattern }) => pattern.test(words));
  return found ? { kind: found.kind, isExact: found.isExact ?? false } : null;
}

/** A title without white space and closing punctuation, as titles are compared. */
export function compactTitle(title: string): string {
  return title.replace(/[\s\u200b]+/gu, "").replace(/[。.：:；;*]+$/u, "");
}

/** Whether a whole line is the title of a section, numbered or not. */
export function isSectionTitle(line: string): boolean {
  if (line.length > 80) return false;
  const { number, label } = stripNumbering(line);
  const title = classifyTitle(label);
  return title !== null && (number !== null || title.isExact);
}
