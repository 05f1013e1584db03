import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One crawl: where the portals are, where what comes is kept, and the pause of each host in milliseconds. */
export interface Job {
  readonly entries: string;
  readonly folder: string;
  readonly port: number;
  readonly delayMs: number;
}

/** A crawler to be measured, as a command. */
export interface Program {
  readonly name: string;
  readonly build: (job: Job) => {
    readonly command: string;
    readonly args: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
  };
}

export const ours: Program = {
  name: "ours",
  build: ({ entries, folder, port, delayMs }) => ({
    command: process.execPath,
    args: ["--import", "tsx", find("crawl-with-ours.ts"), entries, folder, `${port}`, `${delayMs}`],
  }),
};

/** Debian's python3-scrapy as it comes, or why it is left out. */
export function findScrapy(): Program | string {
  const python = "/usr/bin/python3";
  if (spawnSync(python, ["-c", "import scrapy"]).status !== 0)
    return "scrapy is left out: install it with apt-get install python3-scrapy.";
  return {
    name: "scrapy",
    build: ({ entries, folder, port, delayMs }) => {
      const settings = {
        LOG_LEVEL: "ERROR",
        CONCURRENT_REQUESTS: 32,
        CONCURRENT_REQUESTS_PER_DOMAIN: 1,
        DOWNLOAD_DELAY: delayMs / 1000,
        RANDOMIZE_DOWNLOAD_DELAY: false,
        ROBOTSTXT_OBEY: true,
        // What its documentation advises for many hosts: else those of one host fill all places and wait.
        SCHEDULER_PRIORITY_QUEUE: "scrapy.pqueues.DownloaderAwarePriorityQueue",
        REQUEST_FINGERPRINTER_IMPLEMENTATION: "2.7",
      };
      const set = Object.entries(settings).flatMap(([key, value]) => ["-s", `${key}=${value}`]);
      const given = ["-a", `entries=${entries}`, "-a", `folder=${folder}`];
      return {
        command: python,
        args: ["-m", "scrapy", "runspider", find("spider.py"), ...given, ...set],
        env: { http_proxy: `http://127.0.0.1:${port}` },
      };
    },
  };
}

/** crawlee's CheerioCrawler, installed by npm into a temporary folder (it is no part of the project), or why not. */
export function installCrawlee(): Program | string {
  const home = join(tmpdir(), "gongkai-bench-crawlee");
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, "node_modules/@crawlee/cheerio"))) {
    const args = [
      "install",
      "--prefix",
      home,
      "--no-audit",
      "--no-fund",
      "@crawlee/cheerio@3.18.1",
    ];
    if (spawnSync("npm", args, { stdio: "ignore", timeout: 300_000 }).status !== 0)
      return "CheerioCrawler is left out: npm could not install @crawlee/cheerio.";
  }
  const script = join(home, "crawlee.mjs");
  copyFileSync(find("crawlee.mjs"), script);
  return {
    name: "CheerioCrawler",
    build: ({ entries, folder, port, delayMs }) => ({
      command: process.execPath,
      args: [script, entries, folder, `http://127.0.0.1:${port}`, String(delayMs / 1000)],
      env: { CRAWLEE_STORAGE_DIR: join(folder, "storage") },
    }),
  };
}

function find(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
