import { isAgencyName } from "./agency-name.ts";
import { compact } from "./report-title.ts";

const announced =
  /(?:现将|现就|现公布|特向社会公布|向社会公布|向社会公开|公布|编制(?:了|完成)?|制作)((?:(?!现将|公布|编制)[^，,。；;：:、]){0,60}?)(?:政府|政务)?(?:政务)?信息公开(?:工作)?[^，,。；;]{0,12}(?:报告|年报|情况)/u;
const year = /20\d{2}\s{0,2}年?\s{0,2}度?/gu;
const dateLine = /^(?:20\d{2}|二[○〇零ＯO0].{2})年.{1,3}月.{1,3}日?$/u;
const signatureLines = 12;

/** The body named in the sentence that announces the report (现将甲县乙乡2022年政府信息公开工作年度报告公布如下). */
export function findAnnouncedAgency(preamble: string): string | null {
  const words = announced.exec(compact(preamble.slice(0, 3_000)))?.[1]?.replace(year, "");
  const name =
    words?.replace(/^(?:我|本)(?:省|市|县|区|乡|镇|局|办|街道|单位|机关)|的$/gu, "") ?? "";
  return isAgencyName(name) ? name : null;
}

/** The body that signs: a name on a line of its own with the date below, near the end. */
export function findSignature(lines: readonly string[]): string | null {
  const last = lines.slice(-signatureLines).map(compact);
  const at = last.findLastIndex(
    (line, index) => isAgencyName(line) && dateLine.test(last[index + 1] ?? ""),
  );
  return last[at] ?? null;
}
