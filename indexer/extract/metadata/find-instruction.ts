import type { Page } from "../page/page.ts";
import { compact, isReportTitle } from "./report-title.ts";

/** Names of papers that say how reports are to be written. A notice that publishes a report is none of them. */
const instructions: readonly RegExp[] = [
  /^[^，。；：:！？《》]{0,30}关于(?:进一步)?(?:认真|切实|扎实)?(?:做好|抓好|开展|启动|组织|规范|加强|编制|编写|编报|填报|报送|上报|征集|明确)[^，。；：:！？《》]{0,60}(?:报告|年报)[^，。；：:！？《》]{0,30}(?:通知|函|提示|要求|说明)$/u,
  /^[^，。；：:！？《》]{0,40}信息公开[^，。；：:！？《》]{0,16}(?:报告|年报)[^，。；：:！？《》]{0,16}(?:格式|模板|模版|样式|样表|范本|参考文本|(?:编制|编写|填报|填写)(?:说明|指南|指引|要求|规范|口径|方案))(?:[（(].{1,20}[）)])?$/u,
];
const head = 30;
/** The title of a page stands at most so many lines above its article. */
const frame = 12;
const longestLine = 80;

/**
 * The name that a page bears of a paper on how to write reports (a notice, a blank form with its notes), null where
 * it bears none: its `<title>`, `<meta name="ArticleTitle">`, or the first lines above the title of a report.
 */
export function findInstruction(page: Page): string | null {
  const given = [page.meta.get("articletitle") ?? "", ...(page.title?.split(/[-—_|]/u) ?? [])];
  const names = [...given.map(compact), ...listFirstWords(page)];
  return names.find((name) => instructions.some((pattern) => pattern.test(name))) ?? null;
}

/** The lines around the start of the article as they stand, and joined with the next where a title takes two. */
function listFirstWords({ blocks, body }: Page): readonly string[] {
  const words: string[] = [];
  let before = "";
  const start = body[0] ? Math.max(0, blocks.indexOf(body[0])) : 0;
  for (const block of blocks.slice(Math.max(0, start - frame), start + head)) {
    const isName = block.kind === "line" && block.role !== "link";
    if (!isName || block.text.length > longestLine) {
      before = "";
      continue;
    }
    const line = compact(block.text);
    if (isReportTitle(line)) break;
    words.push(line, before + line);
    before = line;
  }
  return words.filter((name) => name.length <= 2 * longestLine);
}
