import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { demoDivisions } from "../../demo/list-demo.ts";
import { buildDemoPortals } from "../../demo/portal/demo-portals.ts";
import { type RunningPortals, startPortals } from "../../demo/portal/start-portals.ts";
import { buildFamilyPortals } from "../../demo/portal/test-portals.ts";
import { findWalked, readWalked } from "./read-walked.ts";
import { type WalkedPage, walkSource } from "./walk-sources.ts";

const portals = [...buildFamilyPortals(1), ...buildDemoPortals()];
const gazetteer = loadGazetteer([demoDivisions]);
let running: RunningPortals;

beforeAll(async () => {
  running = await startPortals(portals);
});

afterAll(() => running.close());

describe.each(portals)("the portal $id", ({ sources, truth, decoys }) => {
  let walked: ReadonlyMap<string, WalkedPage>;

  beforeAll(async () => {
    const walks = await Promise.all(sources.map((source) => walkSource(source, running)));
    walked = new Map(walks.flatMap((walk) => [...walk]));
  });

  it("is walked from its home to every report and file, and to no paper that is none", () => {
    const missed = truth.filter(({ addresses }) => addresses.every((one) => !isMet(walked, one)));
    expect(missed.map(({ addresses }) => addresses[0])).toEqual([]);
    const files = truth.flatMap(({ attachments }) => attachments);
    expect(files.filter((file) => !isMet(walked, file))).toEqual([]);
    const taken = decoys.filter((address) => findWalked(walked, address)?.role === "report");
    expect(taken).toEqual([]);
    expect(walked.size).toBeLessThan(truth.length * 6 + 60);
  });

  it("serves the bytes that its truth tells", () => {
    const wrong = truth.filter(({ addresses, digest }) => {
      const content = addresses.map((one) => findWalked(walked, one)?.content).find(Boolean);
      return digest !== null && (!content || buildDigest(content) !== digest);
    });
    expect(wrong).toEqual([]);
  });

  it("prints what its truth tells", async () => {
    const known = truth.filter(({ byRecognition }) => !byRecognition);
    for (const report of known.filter((_, at) => at % 3 === 0)) {
      const { agency, division, year, facts } = report;
      const reading = await readWalked(walked, report, gazetteer);
      const address = report.addresses[0];
      const printed = Object.keys(facts ?? {}).map((key) => [key, reading?.facts[key] ?? null]);
      expect({ ...reading, address, facts: Object.fromEntries(printed) }).toEqual({
        address,
        agency,
        division,
        year,
        facts,
      });
    }
  });
});

function isMet(walked: ReadonlyMap<string, WalkedPage>, address: string): boolean {
  return (findWalked(walked, address)?.content ?? null) !== null;
}

function buildDigest(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
