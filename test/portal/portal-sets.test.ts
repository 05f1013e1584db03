import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceSchema } from "../../corpus/source.ts";
import { listDemoFiles } from "../../demo/list-demo.ts";
import { buildDemoPortals } from "../../demo/portal/demo-portals.ts";
import { buildLargePortals } from "../../demo/portal/large-portals.ts";
import type { Portal } from "../../demo/portal/portal.ts";
import { buildFamilyPortals } from "../../demo/portal/test-portals.ts";

const demo = buildDemoPortals();
const family = buildFamilyPortals(1);
const root = join(import.meta.dirname, "../..");

describe("the portals of the demo", () => {
  it("publish every report that is written by hand, byte for byte at its address", async () => {
    const held = new Map(demo.flatMap(({ truth }) => truth).map((one) => [one.addresses[0], one]));
    for (const { file, address } of listDemoFiles()) {
      expect(held.get(address), address).toBeDefined();
      const body = await fetchBody(demo, address);
      expect(Buffer.compare(Buffer.from(body), readFileSync(file)), address).toBe(0);
    }
  });

  it("are one for each county and city, with enough reports to look at", () => {
    const places = new Set(demo.flatMap(({ sources }) => sources.map(({ division }) => division)));
    expect(places).toEqual(new Set(["9901", "990101", "990121", "9902", "990201", "990222"]));
    const reports = demo.flatMap(({ truth }) => truth);
    expect(reports.length).toBeGreaterThanOrEqual(120);
    expect(reports.length).toBeLessThanOrEqual(200);
    for (const { id } of demo.flatMap(({ sources }) => sources)) expect(id).toMatch(/^demo-/u);
  });

  it("need nothing that an installed program lacks", () => {
    const { devDependencies }: { devDependencies: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    const imported = listImports("demo/portal/demo-portals.ts");
    expect(imported.has("demo/portal/site/build-portal.ts")).toBe(true);
    const missing = [...imported].filter(
      (name) => name in devDependencies || /^(?:test|bench)\//u.test(name),
    );
    expect(missing).toEqual([]);
  });
});

describe("all portals", () => {
  const portals = [...demo, ...family];

  it("have sources, hosts and reports of their own", () => {
    const sources = portals.flatMap((portal) => portal.sources);
    for (const source of sources) expect(sourceSchema.parse(source)).toEqual(source);
    expectOnce(sources.map(({ id }) => id));
    expectOnce(portals.flatMap(({ hosts }) => hosts.map(({ name }) => name)));
    const reports = portals.flatMap(({ truth }) => truth);
    expectOnce(reports.map(({ division, agency, year }) => `${division} ${agency} ${year}`));
    expectOnce(reports.flatMap(({ addresses }) => addresses));
    const ids = new Set(sources.map(({ id }) => id));
    expect(reports.filter(({ sourceId }) => !ids.has(sourceId))).toEqual([]);
  });

  it("hold no decoy among their reports", () => {
    const reports = new Set(portals.flatMap(({ truth }) => truth.flatMap((one) => one.addresses)));
    const decoys = portals.flatMap((portal) => portal.decoys);
    expect(decoys.length).toBeGreaterThan(portals.length);
    expect(decoys.filter((address) => reports.has(address))).toEqual([]);
  });

  it("are the same for the same seed and others for another", () => {
    const tell = (built: readonly Portal[]): string =>
      JSON.stringify(built.map(({ truth, decoys, sources }) => ({ truth, decoys, sources })));
    const own = tell(family);
    expect(tell(buildFamilyPortals(1))).toBe(own);
    expect(tell(buildFamilyPortals(2))).not.toBe(own);
    expect(tell(buildDemoPortals(1))).toBe(tell(demo));
  });
});

it("serves as many cheap pages as are asked for", async () => {
  const portals = buildLargePortals({ pages: 130, hosts: 4 });
  const reports = portals.flatMap(({ truth }) => truth.map(({ addresses }) => addresses[0] ?? ""));
  expect(reports).toHaveLength(130);
  expectOnce(reports);
  for (const address of reports.slice(0, 40))
    expect(Buffer.from(await fetchBody(portals, address)).toString()).toContain("table");
});

function expectOnce(values: readonly string[]): void {
  const seen = new Set<string>();
  const twice = values.filter((value) => seen.size === seen.add(value).size);
  expect(twice).toEqual([]);
}

async function fetchBody(portals: readonly Portal[], address: string): Promise<Uint8Array> {
  const url = new URL(address);
  const host = portals.flatMap(({ hosts }) => hosts).find(({ name }) => name === url.hostname);
  const { signal } = new AbortController();
  const served = await host?.serve({ url, method: "GET", headers: {}, body: "", at: 0, signal });
  if (!served || "write" in served || served.status !== 200)
    throw new Error(`${address} is not served.`);
  return Buffer.from(served.body);
}

/** Our own files by their path from the root, and packages by their name, that a file needs to run. */
function listImports(start: string): ReadonlySet<string> {
  const found = new Set([start]);
  for (const file of found) {
    if (!file.endsWith(".ts")) continue;
    const text = readFileSync(join(root, file), "utf8");
    for (const [, name = ""] of text.matchAll(
      /^(?:import|export) (?!type )[^;]*?from "([^"]+)"/gmu,
    ))
      found.add(name.startsWith(".") ? relative(root, join(root, dirname(file), name)) : name);
  }
  return found;
}
