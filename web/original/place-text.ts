import type { Place } from "../../corpus/fact.ts";

/** `第 3 页，第 2 张表第 5 行第 4 格`: where a number stands in its original. */
export function buildPlaceText(at: Place): string {
  const cell = `第 ${at.table + 1} 张表第 ${at.row + 1} 行第 ${at.column + 1} 格`;
  if (at.in === "text") return `${cell}，全文第 ${at.start + 1} 字起`;
  if (at.in === "sheet") return `工作表“${at.sheet}”${at.cell} 格`;
  if (at.in === "image") return `第 ${at.page} 幅图，${cell}`;
  return at.in === "html" ? cell : `第 ${at.page} 页，${cell}`;
}

/** How sure text recognition was, in percent; null where the file itself holds the text. */
export function readConfidence(at: Place): number | null {
  const isSeen = (at.in === "pdf" || at.in === "image") && at.confidence !== undefined;
  return isSeen ? Math.round((at.confidence ?? 0) * 100) : null;
}
