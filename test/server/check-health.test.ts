import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEngine } from "../../search/engine/open-engine.ts";
import { checkHealth, type HealthParts } from "../../server/check-health.ts";

/** An engine that accepts connections and answers nothing but what it is, as a stopped process does once it is full. */
let hung: Server;
let asked: string[];

beforeEach(async () => {
  asked = [];
  hung = createServer((request, response) => {
    if (request.url === "/version") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ commitSha: "", commitDate: "", pkgVersion: "1.21.0" }));
    } else asked.push(request.url ?? "");
  });
  await new Promise<void>((resolve) => {
    hung.listen(0, "127.0.0.1", resolve);
  });
});
afterEach(() => {
  hung.closeAllConnections();
  hung.close();
});

const well: HealthParts = {
  isEngineHealthy: async () => true,
  countSections: async () => 6,
  countReports: async () => 3,
};
const never = () => new Promise<never>(() => {});
const fail = () => Promise.reject(new Error("away"));

test("does not wait for an engine that hangs, and counts nothing of it", async () => {
  const { port } = hung.address() as AddressInfo;
  const engine = await openEngine({ url: `http://127.0.0.1:${port}`, key: "" });
  const health = await checkHealth(
    {
      ...well,
      isEngineHealthy: engine.isHealthy,
      countSections: () => engine.countDocuments("sections"),
    },
    20,
  );
  expect(health).toEqual({ engine: "unavailable", store: "ok", reports: 3, sections: 0 });
  expect(asked.filter((path) => path !== "/health")).toEqual([]);
});

test("tells which part does not answer, or fails", async () => {
  const ok = { engine: "ok", store: "ok", reports: 3, sections: 6 };
  expect(await checkHealth(well)).toEqual(ok);
  for (const isEngineHealthy of [never, fail, async () => false]) {
    const health = await checkHealth({ ...well, isEngineHealthy }, 20);
    expect(health).toEqual({ ...ok, engine: "unavailable", sections: 0 });
  }
  for (const countReports of [never, fail]) {
    const health = await checkHealth({ ...well, countReports }, 20);
    expect(health).toEqual({ ...ok, store: "unavailable", reports: 0 });
  }
  expect(await checkHealth({ ...well, countSections: fail })).toEqual({ ...ok, sections: 0 });
  const counting = await checkHealth({ ...well, countSections: never }, 20);
  expect(counting).toEqual({ ...ok, engine: "unavailable", sections: 0 });
});
