import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { saveReport } from "../../corpus/store/save-report.ts";
import { openRegionNames } from "../../server/open-region-names.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";
import { buildSampleReport } from "../store/sample-report.ts";

const gazetteer = new Gazetteer([
  { code: "98", name: "澜川省", parent: null, level: "province" },
  { code: "980101", name: "清溪区", parent: "98", level: "county" },
  { code: "99", name: "云陵省", parent: null, level: "province" },
  { code: "9901", name: "澜川市", parent: "99", level: "city" },
  { code: "990121", name: "青山县", parent: "9901", level: "county" },
  { code: "990121101", name: "清溪镇", parent: "990121", level: "township" },
]);

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-region-names-"));
  store = await openEmptyStore(join(folder, "gongkai.db"));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

test("places with reports come first, as soon as there are any", async () => {
  let clock = 0;
  const regions = openRegionNames({ store, gazetteer }, () => clock);
  await regions.refresh?.();
  expect(regions.resolve("清溪")).toEqual(["980101", "990121101"]);

  await saveReport(store, buildSampleReport({}));
  clock += 11_000;
  await regions.refresh?.();
  expect(regions.resolve("清溪")).toEqual(["990121101", "980101"]);
  expect([regions.isHeld?.("990121"), regions.isHeld?.("980101")]).toEqual([true, false]);
});

test("are what they were while the store does not answer", async () => {
  await saveReport(store, buildSampleReport({}));
  let clock = 0;
  const regions = openRegionNames({ store, gazetteer }, () => clock);
  await regions.refresh?.();
  await store.close();
  clock += 100_000;
  await regions.refresh?.();
  expect(regions.isHeld?.("990121101")).toBe(true);
});
