import type { YearPair } from "../audit-rule.ts";

/** Why two reports cannot be compared at all, as the end of a sentence; null where they can. */
export function findGap({
  previous,
  current,
}: Pick<YearPair, "previous" | "current">): string | null {
  const distance = current.year - previous.year;
  if (previous.agencyId !== current.agencyId) return "两份报告不是同一机关的";
  if (distance < 1) return `${previous.year} 年的报告不在 ${current.year} 年之前`;
  if (distance > 1) {
    const years = Array.from({ length: distance - 1 }, (_, index) => previous.year + index + 1);
    return `中间缺 ${years.join("、")} 年的报告`;
  }
  if (current.reorganized === true) return "其间机关合并、分立、更名或统计范围有变";
  return null;
}
