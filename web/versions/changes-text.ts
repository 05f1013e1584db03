import type { ChangeCounts } from "../../corpus/diff/report-diff.ts";

/** `3 个数字、1 节文字不同`: how much differs between two versions. */
export function buildChangesText({ facts, sections }: ChangeCounts): string {
  const parts = [
    ...(facts > 0 ? [`${facts} 个数字`] : []),
    ...(sections > 0 ? [`${sections} 节文字`] : []),
  ];
  return parts.length === 0 ? "数字和文字都没有变" : `${parts.join("、")}不同`;
}
