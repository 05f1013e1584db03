import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { buildDemoPortals } from "../../demo/portal/demo-portals.ts";
import { z } from "zod";
import { runGongkaiProcess, startGongkai } from "../gongkai-process.ts";
import { listEngines } from "./list-engines.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-kill-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run nightly` kills more often, and imports more files. */
const isNight = Number(process.env["FUZZ_FACTOR"] ?? 1) > 1;
const moments = isNight ? [400, 1500, 2500, 3500, 5000] : [400, 2500];
const demo = join(import.meta.dirname, "..", "..", "demo", "reports");
const healthSchema = z.object({ engine: z.string(), reports: z.int(), sections: z.int() });

/**
 * A folder with so many copies of the demo reports, each with a line end more than the one before. Every third is large:
 * where there is little to read, no thread is started for it.
 */
function writeCopies(count: number): string {
  const copies = join(folder, "copies");
  mkdirSync(copies);
  const names = readdirSync(demo);
  for (let at = 0; at < count; at++) {
    const name = names[at % names.length] ?? "";
    const copy = join(copies, `${at}-${name}`);
    copyFileSync(join(demo, name), copy);
    const spaces = at % 3 === 0 ? " ".repeat(1_500_000) : "";
    appendFileSync(copy, `${spaces}${"\n".repeat(Math.floor(at / names.length))}`);
  }
  return copies;
}

describe.skipIf(process.platform !== "linux")("a process killed with -9", () => {
  it.each([
    ["few files", () => demo],
    ["many files, which threads read", () => writeCopies(isNight ? 260 : 60)],
  ])("leaves no engine, and its import can be run again: %s", async (name, listReports) => {
    const data = join(folder, name);
    const reports = listReports();
    for (const afterMs of moments) {
      const killed = startGongkai(["import", reports], data);
      await Promise.race([setTimeout(afterMs), killed.finished]);
      killed.child.kill("SIGKILL");
      await killed.finished;
      await waitForNoEngine(data);
    }
    const again = await runGongkaiProcess(["import", reports], data);
    expect(again.code, again.err).toBe(0);
    const doctor = await runGongkaiProcess(["doctor"], data);
    expect(doctor.out).toMatch(/✓ store +26 reports/);
    expect(doctor.code, doctor.out).toBe(0);
    await waitForNoEngine(data);
  });

  it("leaves a server that starts again with all it held", async () => {
    const data = join(folder, "up");
    const first = startGongkai(["up"], data);
    const before = await fetchHealth(await first.listening());
    first.child.kill("SIGKILL");
    await first.finished;
    const second = startGongkai(["up"], data);
    const after = await fetchHealth(await second.listening());
    expect(after).toEqual(before);
    const reports = buildDemoPortals().flatMap(({ truth }) => truth).length;
    expect(before).toMatchObject({ engine: "ok", reports });
    expect(listEngines(data)).toHaveLength(1);
    second.child.kill("SIGTERM");
    expect((await second.finished).code).toBe(0);
    expect(listEngines(data)).toEqual([]);
  });
});

async function fetchHealth(address: string): Promise<z.infer<typeof healthSchema>> {
  const response = await fetch(`${address}/healthz`);
  return healthSchema.parse(await response.json());
}

/** The watchdog needs a moment to see that its parent is gone. */
async function waitForNoEngine(data: string): Promise<void> {
  for (let tries = 0; tries < 100 && listEngines(data).length > 0; tries += 1)
    await setTimeout(100);
  expect(listEngines(data)).toEqual([]);
}
