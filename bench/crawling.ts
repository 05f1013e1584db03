import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureResume, type ResumeFigures } from "./crawling/measure-resume.ts";
import { findScrapy, installCrawlee, ours, type Program } from "./crawling/programs.ts";
import { type CrawlFigures, runCrawl } from "./crawling/run-crawl.ts";
import { servePortals } from "./crawling/serve-portals.ts";

/** One load that programs are measured with, one after the other. */
interface Round {
  readonly name: string;
  readonly reports: number;
  readonly hosts: number;
  readonly delayMs: number;
}

/**
 * How large the loads are, 0 to leave one out: reports without and with pauses, reports of the crawl whose memory is
 * measured, addresses of the frontier that is gone on with.
 */
export interface CrawlingSizes {
  readonly tight: number;
  readonly paced: number;
  readonly memory: number;
  readonly frontier: number;
}

const usualSizes: CrawlingSizes = {
  tight: 5_000,
  paced: 2_000,
  memory: 100_000,
  frontier: 1_000_000,
};

/** Measures crawlers on the same portals as lines of text: speed, time with pauses, memory, going on after a kill. */
export async function describeCrawling(sizes: CrawlingSizes = usualSizes): Promise<string> {
  const found = [ours, findScrapy(), installCrawlee()];
  const programs = found.filter((one) => typeof one !== "string");
  const missing = found.filter((one) => typeof one === "string");
  const tight: Round = { name: "no pause", reports: sizes.tight, hosts: 50, delayMs: 0 };
  const paced: Round = { name: "200 ms a host", reports: sizes.paced, hosts: 20, delayMs: 200 };
  const alone: Round = { name: "no pause, alone", reports: sizes.memory, hosts: 200, delayMs: 0 };
  return [
    ...missing,
    "| load | crawler | reports | seconds | pages/s | CPU ms/page | peak MB |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...(await runRound(tight, programs)),
    ...(await runRound(paced, programs)),
    ...(await runRound(alone, [ours])),
    "",
    ...(await goOn(alone, sizes.frontier)),
  ].join("\n");
}

async function goOn(round: Round, addresses: number): Promise<readonly string[]> {
  if (addresses === 0) return [];
  return [
    formatResume(
      await withPortals({ ...round, reports: 200 }, (job) => measureResume(job, addresses)),
    ),
  ];
}

async function runRound(round: Round, programs: readonly Program[]): Promise<readonly string[]> {
  const lines: string[] = [];
  if (round.reports === 0) return lines;
  for (const program of programs)
    lines.push(formatRow(round, await withPortals(round, (job) => runCrawl(program, job))));
  return lines;
}

/** Portals and a folder that are new for each crawl, so that none finds what another one warmed up or left. */
async function withPortals<T>(
  round: Round,
  measure: (job: Parameters<typeof runCrawl>[1]) => Promise<T>,
): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  const folder = join(home, "kept");
  mkdirSync(folder);
  const { entries, port, close } = await servePortals(home, round);
  try {
    return await measure({ entries, folder, port, delayMs: round.delayMs });
  } finally {
    close();
    rmSync(home, { recursive: true, force: true });
  }
}

function formatRow(round: Round, figures: CrawlFigures): string {
  const { program, pages, reports, seconds, cpuSeconds, peakMegabytes } = figures;
  const line = [
    `${round.name}, ${round.hosts} hosts`,
    program,
    `${reports} of ${round.reports}`,
    seconds.toFixed(1),
    (pages / seconds).toFixed(0),
    ((cpuSeconds * 1000) / pages).toFixed(1),
    peakMegabytes,
  ];
  process.stderr.write(`${line.join(", ")}\n`);
  return `| ${line.join(" | ")} |`;
}

function formatResume({ addresses, fillSeconds, resumeSeconds }: ResumeFigures): string {
  return `Frontier of ${addresses} addresses: filled in ${fillSeconds.toFixed(1)} s; after kill -9, first page asked for ${resumeSeconds.toFixed(1)} s after the start of the process`;
}

if (process.argv[1] === import.meta.filename) {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    options: { tight: option, paced: option, memory: option, frontier: option },
  });
  const given = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number(value)]),
  );
  process.stdout.write(`${await describeCrawling({ ...usualSizes, ...given })}\n`);
}
