import type { Corpus } from "../corpus/main.ts";
import type { CrawlEvent } from "../crawler/crawl/crawl-event.ts";
import type { CrawlLimits } from "../crawler/crawl/store-crawler.ts";
import type { Crawler } from "../crawler/crawler.ts";
import { openCrawler } from "../crawler/main.ts";
import type { CommandContext } from "./command.ts";
import { openDemoHosts } from "./open-demo-hosts.ts";
import { nameCrawler } from "./open-visitors.ts";

export interface CrawlingWishes {
  readonly corpus: Pick<Corpus, "store" | "archive">;
  readonly onEvent?: (event: CrawlEvent) => void;
  readonly limits?: CrawlLimits;
}

/** A crawler, with the portals of the demo served beside it once their hosts are asked. */
export interface Crawling {
  readonly crawler: Crawler;
  readonly close: () => Promise<void>;
}

/** Opens what crawls. */
export async function openCrawling(
  { config }: CommandContext,
  { corpus, onEvent, limits }: CrawlingWishes,
): Promise<Crawling> {
  const demo = openDemoHosts();
  const crawler = await openCrawler({
    ...nameCrawler(config),
    corpus,
    chromium: config.playwrightChromium,
    demo: demo.resolve,
    ...(onEvent && { onEvent }),
    ...(limits && { limits }),
  });
  const close = async () => {
    try {
      await crawler.close();
    } finally {
      await demo.close();
    }
  };
  return { crawler, close };
}
