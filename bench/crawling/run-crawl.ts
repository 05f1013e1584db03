import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Job, Program } from "./programs.ts";

/** Pages and reports visited; when the first was asked for and the last report came, in seconds since 1970. */
const figuresSchema = z.object({
  pages: z.int(),
  reports: z.int(),
  first: z.number(),
  last: z.number(),
});

/** `seconds` are from the first request to the last report, `startSeconds` from the start to the first request. */
export interface CrawlFigures {
  readonly program: string;
  readonly pages: number;
  readonly reports: number;
  readonly seconds: number;
  readonly startSeconds: number;
  readonly peakMegabytes: number;
  /** Of the processor, which other load of the machine hardly changes. */
  readonly cpuSeconds: number;
}

/** Runs a crawler to its end. The peak of memory is what Linux tells of its process. */
export async function runCrawl(program: Program, job: Job): Promise<CrawlFigures> {
  const { command, args, env = {} } = program.build(job);
  const startedAt = Date.now() / 1000;
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let peakMegabytes = 0;
  let cpuSeconds = 0;
  const watch = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, readPeak(child.pid ?? 0));
    cpuSeconds = Math.max(cpuSeconds, readCpu(child.pid ?? 0));
  }, 200);
  let output = "";
  for await (const part of child.stdout) output += String(part);
  clearInterval(watch);
  const last = output.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) throw new Error(`${program.name} ended without figures: ${output}`);
  const figures = figuresSchema.parse(JSON.parse(last));
  return {
    program: program.name,
    pages: figures.pages,
    reports: figures.reports,
    seconds: figures.last - figures.first,
    startSeconds: figures.first - startedAt,
    peakMegabytes,
    cpuSeconds,
  };
}

function readPeak(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB/mu.exec(readProcess(pid, "status"))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}

/** User and system time, which Linux counts in hundredths of a second. */
function readCpu(pid: number): number {
  const [, rest = ""] = readProcess(pid, "stat").split(") ");
  const fields = rest.split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

/** Nothing where the process has just ended, or this is not Linux. */
function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
