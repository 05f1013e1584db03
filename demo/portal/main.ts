import { parseArgs } from "node:util";
import { buildDemoPortals } from "./demo-portals.ts";
import { buildLargePortals } from "./large-portals.ts";
import type { Portal } from "./portal.ts";
import { startPortals } from "./start-portals.ts";
import { buildFamilyPortals } from "./test-portals.ts";

const usage = `node --import tsx demo/portal/main.ts [--port N] [--seed N] [--reports N] [--pages N --hosts N] [--truth]
  Serves fictional portals on 127.0.0.1 by the Host header, and as a forward proxy for plain HTTP.
  --reports N   only so many portals as hold N reports
  --pages N     instead: N cheap report pages over many hosts (--hosts, 200), for load
  --truth       prints the ground truth as lines of JSON and ends
  Example: curl -x http://127.0.0.1:8080 http://www.qingshan.gov.test/`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    reports: { type: "string" },
    pages: { type: "string" },
    hosts: { type: "string", default: "200" },
    truth: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const portals = choosePortals();
if (values.help) print(usage);
else if (values.truth) for (const { truth } of portals) printLines(truth);
else await serve();

function choosePortals(): readonly Portal[] {
  if (values.pages !== undefined)
    return buildLargePortals({ pages: Number(values.pages), hosts: Number(values.hosts) });
  const seed = Number(values.seed);
  const all = [...buildDemoPortals(seed), ...buildFamilyPortals(seed)];
  const most = Number(values.reports ?? Infinity);
  let held = 0;
  return all.filter(({ truth }) => {
    const isKept = held < most;
    held += truth.length;
    return isKept;
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printLines(rows: readonly unknown[]): void {
  for (const row of rows) print(JSON.stringify(row));
}

async function serve(): Promise<void> {
  const running = await startPortals(portals, { port: Number(values.port), keepLog: false });
  const reports = portals.reduce((sum, { truth }) => sum + truth.length, 0);
  print(`listening on http://127.0.0.1:${running.httpPort}`);
  print(`${portals.length} portals, ${reports} reports`);
  for (const { sources } of portals) for (const { id, entry } of sources) print(`${id} ${entry}`);
}
