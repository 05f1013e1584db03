import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadFailures } from "../../../corpus/store/frontier/load-failures.ts";
import { buildDemoPortals } from "../../../demo/portal/demo-portals.ts";
import { LeapingClock } from "./leaping-clock.ts";
import { loadHeldReports, nameReport } from "./load-held-reports.ts";
import { openSimulation, type Simulation } from "./open-simulation.ts";

const portals = buildDemoPortals();
const truth = portals.flatMap((portal) => portal.truth);
let simulation: Simulation;

beforeAll(async () => {
  const clock = new LeapingClock("2024-05-06T02:00:00Z");
  simulation = await openSimulation({ portals, clock });
  await simulation.crawl();
}, 300_000);
afterAll(() => simulation.close());

describe("the first crawl of the demo", () => {
  it("ends without a failure", async () => {
    const sources = portals.flatMap((portal) => portal.sources.map(({ id }) => id));
    expect(await loadFailures(simulation.store, sources)).toEqual([]);
    const runs = await simulation.store.db
      .selectFrom("run")
      .select(["source_id", "failures"])
      .execute();
    expect(runs.map(({ failures }) => failures)).toEqual(sources.map(() => 0));
  });

  it("finds every report", async () => {
    const held = await loadHeldReports(simulation.store);
    expect([...held.keys()].toSorted()).toEqual(truth.map(nameReport).toSorted());
  });
});
