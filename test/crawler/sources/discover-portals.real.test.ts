import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import { type HttpClient, openClient } from "../../../crawler/http/http-client.ts";
import { discoverColumns } from "../../../crawler/sources/discover-columns.ts";
import { demoDivisions } from "../../../demo/list-demo.ts";
import { buildDemoPortals } from "../../../demo/portal/demo-portals.ts";
import { type RunningPortals, startPortals } from "../../../demo/portal/start-portals.ts";
import { buildFamilyPortals } from "../../../demo/portal/test-portals.ts";
import { buildTestOptions } from "../http/fetch-from.ts";

const gazetteer = loadGazetteer([demoDivisions]);
const portals = [...buildDemoPortals(), ...buildFamilyPortals(1)];
const homes = portals.map(({ hosts }) => hosts[0]?.name ?? "");
let running: RunningPortals;
let client: HttpClient;
beforeAll(async () => {
  running = await startPortals(portals);
  client = openClient(buildTestOptions(running.httpPort, { resolve: running.resolve }));
});
afterAll(async () => {
  client.close();
  await running.close();
});

describe("discoverColumns over portals of every family", () => {
  it.each(homes)("finds the columns and the place of %s", async (name) => {
    let time = Date.now();
    const discovery = await discoverColumns(`http://${name}/`, {
      client,
      now: () => time,
      wait: (ms) => {
        time += ms;
        return Promise.resolve();
      },
      signal: new AbortController().signal,
      gazetteer,
    });
    expect(discovery.columns.length).toBeGreaterThan(0);
    expect(discovery).toMatchObject({ failures: [], isWhole: true });
    expect(discovery.division?.code).toMatch(/^99/u);
    expect(discovery.pages).toBeLessThan(20);
  });
});
