import type { Corpus } from "../corpus/main.ts";
import type { HeldSource } from "../corpus/store/sources.ts";
import type { CrawlEvent } from "../crawler/crawl/crawl-event.ts";
import type { CrawlLimits } from "../crawler/crawl/store-crawler.ts";
import type { Crawler } from "../crawler/crawler.ts";
import { openCrawler } from "../crawler/main.ts";
import { buildDemoPortals } from "../demo/portal/demo-portals.ts";
import { startPortals } from "../demo/portal/start-portals.ts";
import type { CommandContext } from "./command.ts";
import { nameCrawler } from "./open-visitors.ts";

export interface CrawlingWishes {
  readonly corpus: Pick<Corpus, "store" | "archive">;
  /** What is going to be crawled, as far as that is known. */
  readonly sources: readonly HeldSource[];
  readonly onEvent?: (event: CrawlEvent) => void;
  readonly limits?: CrawlLimits;
}

/** A crawler, with the portals of the demo served beside it where their sources are among those to be crawled. */
export interface Crawling {
  readonly crawler: Crawler;
  readonly close: () => Promise<void>;
}

/** Opens what crawls. */
export async function openCrawling(
  { config }: CommandContext,
  { corpus, sources, onEvent, limits }: CrawlingWishes,
): Promise<Crawling> {
  const isDemo = sources.some(({ origin }) => origin === "demo");
  const portals = isDemo ? await startPortals(buildDemoPortals()) : null;
  const crawler = await openCrawler({
    ...nameCrawler(config),
    corpus,
    chromium: config.playwrightChromium,
    demo: portals?.resolve ?? null,
    ...(onEvent && { onEvent }),
    ...(limits && { limits }),
  });
  const close = async () => {
    try {
      await crawler.close();
    } finally {
      await portals?.close();
    }
  };
  return { crawler, close };
}
