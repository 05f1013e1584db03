import { hanYear, narrowDigits, readHanYear } from "./han-year.ts";

const phrase = /(?:政府信息公开|政务信息公开|政务公开|政府公开|信息公开)(?:工作)?/u;
const title =
  /^[^，。；：:！？>＞|]{0,50}(?:信息公开|政务公开)[^，。；：:！？>＞|]{0,16}(?:报告|年报)(?:[（(][^）)]{1,10}[）)])?$/u;
const otherPapers =
  /解读|图解|一图|公布情况|通知|意见|方案|指南|制度|目录|栏目|汇总表|法治政府|网站工作|^关于(?:进一步)?(?:做好|开展|编制|编写|填报|报送|规范)/u;
const yearWords = new RegExp(`(?:(20\\d{2})|(${hanYear}))\\s{0,2}年?\\s{0,2}度?`, "u");

/** Text without any white space, as titles are compared. */
export function compact(text: string): string {
  return text.replace(/[\s\u200b]+/gu, "");
}

/** Whether compact words are the title of an annual report and not of a paper about one. */
export function isReportTitle(words: string): boolean {
  return words.length >= 6 && words.length <= 80 && title.test(words) && !otherPapers.test(words);
}

/** The year of a title, in Arabic or Chinese figures; null where there is none. */
export function readTitleYear(words: string): number | null {
  const match = yearWords.exec(narrowDigits(words));
  if (match?.[1]) return Number(match[1]);
  return match?.[2] ? readHanYear(match[2]) : null;
}

/** The body that a title names: what is left without year, form of words and suffix. Null where nothing is. */
export function readTitleAgency(words: string): string | null {
  const plain = narrowDigits(words)
    .replace(/^[《“"]+|[》”"]+$/gu, "")
    .replace(/^关于/u, "")
    .replace(yearWords, "");
  const at = plain.search(phrase);
  if (at === -1) return null;
  // 某县人民政府信息公开…: the office and the information share the word 政府.
  const body = plain.slice(0, at).replace(/人民$/u, "人民政府");
  const clean = body.replace(/^(?:本级|本年度|年度)|(?:关于|的|年度|年)$/gu, "");
  return clean.length >= 2 && !/^(?:人民)?政府$/u.test(clean) ? clean : null;
}
