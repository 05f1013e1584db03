import { afterEach, beforeEach, expect, it } from "vitest";
import { addAddresses } from "../../../corpus/store/frontier/add-addresses.ts";
import { loadMissing } from "../../../corpus/store/frontier/load-missing.ts";
import type { Network } from "../../../crawler/crawl/crawl-parts.ts";
import { buildFailure } from "../../../crawler/http/fetch-failed.ts";
import { buildAnswer } from "./build-answer.ts";
import {
  buildClaimable,
  buildNetwork,
  claimedHost,
  ClaimedVisits,
  formatAt,
} from "./claimed-visits.ts";

const day = 86_400_000;
let visits: ClaimedVisits;
beforeEach(async () => {
  visits = await ClaimedVisits.open();
});
afterEach(() => visits.close());

const there = buildNetwork(async ({ url }) => buildAnswer(url, 200));
const fail = (failure: "not-found" | "timeout"): Network =>
  buildNetwork(async ({ url }) => {
    // Nobody would know of it that it is not there under https.
    if (url.startsWith("https:")) throw buildFailure("refused", `${url}: refused`);
    throw buildFailure(failure, `${url}: ${failure}`);
  });
const missing = fail("not-found");

async function visitAgain(network: Network, days = 1): Promise<void> {
  visits.now += days * day;
  await visits.prepare();
  const reports = visits.store.db.updateTable("address").where("role", "=", "report");
  await reports.set({ state: "due", due_at: formatAt(0) }).execute();
  await visits.handle(network);
}

async function listChanges(): Promise<readonly (string | null)[]> {
  const rows = await visits.store.db.selectFrom("visit").select("change").orderBy("id").execute();
  return rows.map(({ change }) => change);
}

it("what is gone is told once, after three sightings in a week, until it came back", async () => {
  await addAddresses(visits.store, [buildClaimable("/1.html")], formatAt(0));
  for (const network of [there, missing, missing, fail("timeout")]) await visitAgain(network);
  for (const days of [0.1, 4.8]) await visitAgain(missing, days);
  expect(await listChanges()).toEqual(["new", null, null, null, null, null]);
  expect(await loadMissing(visits.store, ["qingshan"])).toEqual([
    { sourceId: "qingshan", url: `http://${claimedHost}/1.html`, since: formatAt(2 * day) },
  ]);
  for (const network of [missing, missing]) await visitAgain(network);
  expect(await loadMissing(visits.store, ["qingshan"])).toEqual([]);
  for (const network of [there, missing]) await visitAgain(network);
  expect((await listChanges()).slice(6)).toEqual(["gone", null, "same", null]);
});

it("what is missing is looked for until it is gone, then as seldom as what is given up", async () => {
  await addAddresses(visits.store, [buildClaimable("/1.html")], formatAt(0));
  await visitAgain(there);
  const planned: (readonly [string | undefined, number])[] = [];
  for (const days of [3.5, 3.5, 3.5]) {
    await visitAgain(missing, days);
    const [address] = await visits.listAddresses();
    const waitMs = Date.parse(address?.due_at ?? "") - Date.parse(formatAt(visits.now));
    planned.push([address?.state, waitMs / day]);
  }
  expect(planned).toEqual([
    ["due", 3.5],
    ["due", 3.5],
    ["failed", 0],
  ]);
  expect(await listChanges()).toEqual(["new", null, null, "gone"]);
});

it("nothing is gone while the entry of its source gives nothing either", async () => {
  const pages = [buildClaimable("/1.html"), buildClaimable("/", "entry")];
  await addAddresses(visits.store, pages, formatAt(0));
  const entries = visits.store.db.updateTable("address").where("role", "=", "entry");
  await entries.set({ state: "failed", failure: "not-found" }).execute();
  await visitAgain(there);
  for (let days = 0; days < 12; days += 3) await visitAgain(missing, 3);
  expect(new Set((await listChanges()).slice(1))).toEqual(new Set([null]));
  expect(await loadMissing(visits.store, ["qingshan"])).toEqual([]);
  await entries.set({ state: "done", failure: null }).execute();
  for (let days = 0; days < 12; days += 3) await visitAgain(missing, 3);
  expect((await listChanges()).filter((change) => change === "gone")).toHaveLength(1);
});
