import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { join } from "node:path";
import { buildRequest, noHints } from "../../corpus/address.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import { openStore } from "../../corpus/store/open-store.ts";
import { saveSources } from "../../corpus/store/sources.ts";
import { type Job, ours, type Program } from "./programs.ts";
import { runCrawl } from "./run-crawl.ts";

const hosts = 3_000;
const sources = 300;
/** From its first page to its end; the portals know none of the hosts, so that all of them are closed before long. */
const busyMs = 2_000;

/** How long a frontier of so many addresses took to fill, and to go on with after a kill, in seconds. */
export interface ResumeFigures {
  readonly addresses: number;
  readonly fillSeconds: number;
  readonly resumeSeconds: number;
}

const resuming: Program = {
  name: "ours, resuming",
  build: (job) => {
    const { command, args } = ours.build(job);
    return { command, args: [...args, "--resume"] };
  },
};

/** Fills a frontier over 3,000 hosts, crawls, kills the crawler without warning, and starts it again. */
export async function measureResume(job: Job, addresses: number): Promise<ResumeFigures> {
  const begun = performance.now();
  await fillFrontier(job.folder, addresses);
  const fillSeconds = (performance.now() - begun) / 1000;
  const { command, args } = ours.build(job);
  const child = spawn(command, [...args, "--go-on"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  await wait(busyMs);
  child.kill("SIGKILL");
  await ended;
  const { startSeconds } = await runCrawl(resuming, job);
  return { addresses, fillSeconds, resumeSeconds: startSeconds };
}

/** Host after host, as pages bring addresses in. */
async function fillFrontier(folder: string, addresses: number): Promise<void> {
  const store = await openStore({ file: join(folder, "gongkai.db") });
  const each = Math.ceil(addresses / hosts);
  await saveSources(
    store,
    Array.from({ length: sources }, (_, at) => buildSource(at)),
    "demo",
  );
  for (let at = 0; at < hosts; at++) {
    const host = `www.r${at}.gov.test`;
    const found = Array.from({ length: each }, (_, page) => ({
      key: `${host}/${page}`,
      host,
      sourceId: buildSource(at % sources).id,
      render: "http" as const,
      role: "report" as const,
      request: buildRequest(`http://${host}/zwgk/zfxxgknb/t${100_000 + page}.html`),
      hints: { ...noHints, text: "2023年政府信息公开工作年度报告", year: 2023 },
      via: null,
    }));
    await addAddresses(store, found, "2026-01-01T00:00:00.000Z");
  }
  await store.close();
}

function buildSource(at: number) {
  return {
    id: `resume-${at}`,
    division: "990121",
    agency: null,
    entry: `http://www.r${at}.gov.test/`,
    kind: "portal" as const,
    render: "http" as const,
    notes: "",
  };
}
