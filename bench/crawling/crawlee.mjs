// crawlee's own CheerioCrawler with its own queue. Runs in a folder where @crawlee/cheerio is installed, which is not the
// project's: node crawlee.mjs <entries> <folder> <proxy> <delay in seconds>
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CheerioCrawler, log, ProxyConfiguration } from "@crawlee/cheerio";

const [entries = "", folder = "", proxy = "", delay = "0"] = process.argv.slice(2);
const figures = { pages: 0, reports: 0, first: Date.now() / 1000, last: 0 };
log.setLevel(log.LEVELS.OFF);

const crawler = new CheerioCrawler({
  proxyConfiguration: new ProxyConfiguration({ proxyUrls: [proxy] }),
  minConcurrency: 32,
  maxConcurrency: 32,
  sameDomainDelaySecs: Number(delay),
  respectRobotsTxtFile: false,
  useSessionPool: false,
  persistCookiesPerSession: false,
  async requestHandler({ request, body, $, addRequests }) {
    const { url } = request;
    writeFileSync(join(folder, createHash("sha256").update(url).digest("hex")), body);
    figures.pages += 1;
    if (url.includes("/t20240115_")) {
      figures.reports += 1;
      figures.last = Date.now() / 1000;
    }
    const { host } = new URL(url);
    const total = Number(/createPageHTML\((\d+), 0,/u.exec(String(body))?.[1] ?? 0);
    const links = [
      ...$("a[href]")
        .toArray()
        .map((link) => $(link).attr("href") ?? ""),
      ...Array.from({ length: Math.max(total - 1, 0) }, (_, at) => `index_${at + 1}.html`),
    ];
    const found = links.flatMap((link) => {
      if (!URL.canParse(link, url)) return [];
      const next = new URL(link, url);
      return next.host === host ? [next.href] : [];
    });
    await addRequests([...new Set(found)]);
  },
});
await crawler.run(readFileSync(entries, "utf8").split("\n").filter(Boolean));
process.stdout.write(`${JSON.stringify(figures)}\n`);
