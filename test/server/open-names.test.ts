import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { saveReport } from "../../corpus/store/save-report.ts";
import { openNames } from "../../server/open-names.ts";
import { buildSampleReport } from "../store/sample-report.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

const gazetteer = new Gazetteer([
  { code: "99", name: "云陵省", parent: null, level: "province" },
  { code: "9901", name: "澜川市", parent: "99", level: "city" },
  { code: "990121", name: "青山县", parent: "9901", level: "county" },
  { code: "990121101", name: "清溪镇", parent: "990121", level: "township" },
]);
const simplify = (text: string): string => text;

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-names-"));
  store = await openEmptyStore(join(folder, "gongkai.db"));
  await keep(2023, "清溪镇人民政府", "1");
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function keep(year: number, name: string, digit: string): Promise<void> {
  const kind = name.endsWith("政府") ? ("government" as const) : ("department" as const);
  const agency = { name, printed: name, kind };
  await saveReport(
    store,
    buildSampleReport({
      extraction: { year, agency },
      capture: { digest: digit.repeat(64), capturedAt: `2024-02-0${digit}T00:00:00.000Z` },
    }),
  );
}

test("places, governments, other bodies and years lead where they say", async () => {
  await keep(2024, "清溪镇财政所", "2");
  const { suggest, findPlaces } = await openNames({ store, gazetteer, simplify })();
  const follow = (typed: string) =>
    suggest(typed).map(({ kind, name, address }) => [kind, name, decodeURIComponent(address)]);
  expect(follow("qingxi")).toEqual([
    ["place", "清溪镇", "/?region=990121101"],
    ["agency", "清溪镇人民政府", '/?q=agency:"清溪镇人民政府"&region=990121101&kind=government'],
    ["agency", "清溪镇财政所", '/?q=agency:"清溪镇财政所"&region=990121101&kind=department'],
  ]);
  expect(follow("202")).toEqual([
    ["year", "2024年", "/?year=2024"],
    ["year", "2023年", "/?year=2023"],
  ]);
  expect(findPlaces("青山 清溪")).toEqual(["990121101"]);
  expect(findPlaces("qs")).toEqual(["990121"]);
  expect(findPlaces("财政所")).toEqual([]);
});

test("names are built anew when reports came, the slower the building the less often", async () => {
  const clock = { now: 0, step: 0 };
  const readClock = (): number => {
    clock.now += clock.step;
    return clock.now;
  };
  const load = openNames({ store, gazetteer, simplify }, readClock);
  clock.step = 10;
  const first = await load();
  expect(await load()).toBe(first);
  await keep(2024, "清溪镇财政所", "2");
  expect(await load()).toBe(first);
  clock.now += 2000;
  const second = await load();
  expect(second).not.toBe(first);
  expect(second.suggest("财政所")).toHaveLength(1);
});

test("an agency with quotation marks in its name leads to one filter", async () => {
  await keep(2024, '清溪镇“和"美办', "2");
  const { suggest } = await openNames({ store, gazetteer, simplify })();
  const addresses = suggest("清溪").map(({ address }) => decodeURIComponent(address));
  expect(addresses).toContain('/?q=agency:"清溪镇+和+美办"&region=990121101&kind=department');
});
