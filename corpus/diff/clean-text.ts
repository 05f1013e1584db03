import type { Section } from "../section.ts";

/** Words that count visits, tell the time or offer to share: they change while a report does not. */
const counters: readonly RegExp[] = [
  /(?:本页|本文|文章|页面|信息)?(?:浏览|点击|访问|阅读)(?:次数|总数|人次|人数|量|率|数)?(?:[:：]\s*\[?\d*\]?\s*(?:人次|次)?|\s*\d+\s*(?:人次|次))/gu,
  /(?:今天是|现在是|当前时间|现在时间|当前位置时间)[:：]?[\d年月日时分秒\s:：/-]*(?:星期[一二三四五六日天])?[\d\s:：]*/gu,
  /(?:分享到|分享至|分享)[:：]?|打印(?:本页|文章)?|关闭(?:窗口|本页)?|收藏|字[号体](?:大小)?[:：][\s大中小]*/gu,
];
/** What stands beside them in the line below a title. */
const companions: readonly RegExp[] = [
  /(?:发布|发文|更新|成文)?(?:日期|时间)[:：][\d年月日:：\s/-]*/gu,
  /(?:信息)?(?:来源|作者|编辑|责编|责任编辑|审核)[:：][^\s:：]*/gu,
  /[\s|｜【】[\]()（）]+/gu,
];

/** The word before the names of files that go with a report, and their numbers. */
const fileMark = /^(?:附件|附表|下载)?[\d一二三四五六七八九十]*[:：.、]*/u;

/**
 * The words of sections without white space, forms of letters, what counts visits or tells the time, and lines that only
 * name one of the files. Two contents with the same clean text say the same, to the letter.
 */
export function cleanText(sections: readonly Section[], files: readonly string[] = []): string {
  const names = listNames(files);
  return listLines(sections)
    .filter((line) => !isFileName(line, names))
    .map(cleanLine)
    .join("")
    .normalize("NFKC")
    .replaceAll(/\s+/gu, "");
}

/** The prose alone, without marks between words: what a report says in whatever file. Rows of tables are left out. */
export function cleanProse(sections: readonly Section[], files: readonly string[] = []): string {
  const names = listNames(files);
  return listLines(sections)
    .filter((line) => !line.trim().includes("  ") && !isFileName(line, names))
    .map(cleanLine)
    .join("")
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

function listLines(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ heading, text }) => [heading, ...text.split("\n")]);
}

function listNames(files: readonly string[]): ReadonlySet<string> {
  return new Set(files.map(nameFile).filter((name) => name !== ""));
}

/** A mark without a name stands above the list of files. */
function isFileName(line: string, names: ReadonlySet<string>): boolean {
  const name = nameFile(line);
  return names.has(name) || (name === "" && line.includes("附"));
}

function nameFile(words: string): string {
  return words.normalize("NFKC").replaceAll(/\s+/gu, "").replace(fileMark, "");
}

/** A line of the report may well tell how often a page was visited, so only lines of nothing else are cleaned. */
function cleanLine(line: string): string {
  const rest = strip(line, counters);
  return rest !== line && strip(rest, companions) === "" ? rest : line;
}

function strip(line: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((rest, pattern) => rest.replaceAll(pattern, ""), line);
}
