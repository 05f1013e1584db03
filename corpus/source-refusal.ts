import { z } from "zod";

/** Why a worker does not begin a crawl as its settings are. */
export const sourceRefusals = ["contact"] as const;
export const sourceRefusalSchema = z.enum(sourceRefusals);
export type SourceRefusal = (typeof sourceRefusals)[number];

/** What is missing and what to do, in English and for the pages. */
export const refusalWords: Readonly<
  Record<SourceRefusal, { readonly sentence: string; readonly words: string }>
> = {
  contact: {
    sentence:
      "waiting: no contact address is set. Set GONGKAI_CONTACT for every worker, start it again and ask for the crawl",
    words:
      "等待中：工作进程没有设置联系方式。请为每个工作进程设置 GONGKAI_CONTACT，重启后点“立即抓取”",
  },
};
