import { z } from "zod";

/** What is odd about a source though nothing failed: in English, and in Chinese for the pages. */
export const sourceHintSchema = z
  .object({
    kind: z.enum(["no-report", "pages-left"]),
    sentence: z.string(),
    words: z.string(),
  })
  .meta({ id: "SourceHint" });
export type SourceHint = Readonly<z.infer<typeof sourceHintSchema>>;

/** A list that says that it has more pages than were found. */
export interface UnreachedList {
  readonly sourceId: string;
  readonly url: string;
  readonly pages: number;
  readonly reached: number;
}

export function describeUnreached({ url, pages, reached }: UnreachedList): SourceHint {
  return {
    kind: "pages-left",
    sentence: `${url} says that it has ${pages} pages, and only ${reached} could be reached: its further pages may need a form or a script.`,
    words: `栏目 ${url} 标明共 ${pages} 页，只读到 ${reached} 页：其余页可能要提交表单或运行脚本才能打开。`,
  };
}

/** A source whose crawl ended and that brought nothing. */
export const noReportHint: SourceHint = {
  kind: "no-report",
  sentence: "no report was found: the entry may be the wrong page, or need a browser",
  words: "没有找到年报：入口可能不对，或需要由浏览器打开。",
};
