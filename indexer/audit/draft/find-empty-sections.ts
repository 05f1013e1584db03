import type { Extraction } from "../../../corpus/extraction.ts";
import { type SectionKind, sectionLabels } from "../../../corpus/section.ts";

/** Sections that forms since 2019 fill with a table, where “无” is no content. */
const tabled = new Set<SectionKind>(["disclosure", "requests", "disputes"]);
const date =
  /(?:20\d{2}|[二２][〇○零Oo0０][〇○零一二三四五六七八九\d]{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*$/u;
const body =
  /^[\u4e00-\u9fff]{2,30}(?:人民政府|办事处|委员会|办公[室厅]|管委会|联合会|中心|局|委|厅|院|处)$/u;

/** What to write into sections that have a heading and no content; a signature with its date is none. */
export function describeEmptySections(extraction: Extraction): readonly string[] {
  const { form, sections } = extraction;
  const isTabled = form !== "2008" && form !== "2014";
  return sections
    .filter(({ kind, text }) => kind !== "unknown" && isEmpty(text, extraction))
    .map(({ heading, kind }) => {
      const wants =
        isTabled && tabled.has(kind) ? "应当有统计表（没有发生的填 0）" : "没有需要报告的请写“无”";
      return `“${heading || sectionLabels[kind]}”一节没有内容，${wants}`;
    });
}

function isEmpty(text: string, { agency }: Extraction): boolean {
  const names = agency === null ? [] : [agency.name, agency.printed];
  return text.split("\n").every((line) => {
    const words = line.trim().replace(date, "").trim();
    return words === "" || names.includes(words) || body.test(words);
  });
}
