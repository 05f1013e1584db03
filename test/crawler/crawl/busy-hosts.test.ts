import { afterEach, expect, it } from "vitest";
import { addAddresses } from "../../../corpus/store/frontier/add-addresses.ts";
import type { NewAddress } from "../../../corpus/frontier.ts";
import type { Network } from "../../../crawler/crawl/crawl-parts.ts";
import {
  buildClaimable,
  buildNetwork,
  buildPageAnswer,
  claimedHost,
  ClaimedVisits,
  formatAt,
} from "./claimed-visits.ts";

const opened: ClaimedVisits[] = [];
afterEach(async () => {
  for (const visits of opened.splice(0)) await visits.close();
});

async function open(
  addresses: readonly NewAddress[],
  ...source: Parameters<typeof ClaimedVisits.open>
): Promise<ClaimedVisits> {
  const visits = await ClaimedVisits.open(...source);
  opened.push(visits);
  await addAddresses(visits.store, addresses, formatAt(0));
  await visits.prepare();
  return visits;
}

function show(words: string): Network {
  return buildNetwork(async ({ url }) => buildPageAnswer(url, words));
}
const missing = show("您访问的页面不存在。");

it("a host that says that it is too busy is left alone", async () => {
  const visits = await open([buildClaimable("/1.html")]);
  await visits.handle(show("系统繁忙，您访问的页面找不到了，请稍后再试。"));
  const [address] = await visits.listAddresses();
  expect(address).toMatchObject({ state: "due", failure: "too-many-requests", digest: null });
  const host = await visits.loadHost();
  expect(host).toMatchObject({ ready_at: formatAt(15 * 60_000), state: "open" });
});

it("a host that is too busy teaches nothing of its missing pages, unless it always is", async () => {
  const visits = await open([buildClaimable("/1.html")]);
  await visits.prepare(null);
  const busy = show("系统繁忙，请稍后再试。");
  for (const wait of [0, 16 * 60_000]) {
    await visits.handle(busy, wait);
    expect(JSON.parse((await visits.loadHost()).habits ?? "{}")).toMatchObject({ missing: null });
  }
  for (const wait of [60 * 60_000, 60_000]) await visits.handle(busy, wait);
  const [address] = await visits.listAddresses();
  expect(address).toMatchObject({ state: "due", failure: "soft-404" });
});

it("a page that says that it is missing is asked for once more", async () => {
  const visits = await open([buildClaimable("/1.html")]);
  await visits.handle(missing);
  const [first] = await visits.listAddresses();
  expect(first).toMatchObject({ state: "due", failure: "soft-404", due_at: formatAt(300_000) });
  await visits.handle(missing, 300_000);
  const [second] = await visits.listAddresses();
  expect(second).toMatchObject({ state: "failed", failure: "soft-404" });
});

it("a host that shows one page at three addresses in a row is left alone", async () => {
  const pages = ["/1.html", "/2.html", "/3.html"].map((path) => buildClaimable(path));
  const visits = await open(pages);
  const list = async () =>
    (await visits.listAddresses()).map(({ state, failure }) => `${state} ${failure}`);
  for (const wait of [0, 3_000, 3_000]) await visits.handle(missing, wait);
  expect(await list()).toEqual(["due soft-404", "due soft-404", "due too-many-requests"]);
  expect((await visits.loadHost()).ready_at).toBe(formatAt(6_000 + 15 * 60_000));
  await visits.handle(missing, 16 * 60_000);
  expect((await list()).filter((row) => row === "due too-many-requests")).toHaveLength(2);
  expect((await visits.loadHost()).ready_at).toBe(formatAt(6_000 + (16 + 30) * 60_000));
  // Shown for hours, and after the host was left alone again and again, it is how the host shows missing pages.
  for (const _ of pages) await visits.handle(missing, 4 * 3_600_000);
  expect(new Set(await list())).toEqual(new Set(["failed soft-404", "due soft-404"]));
});

it("a column that its host shows instead of missing pages is no missing page", async () => {
  const pages = [buildClaimable("/zwgk/nb/", "column"), buildClaimable("/zwgk/nb/9.html")];
  const visits = await open(pages, `http://${claimedHost}/zwgk/nb/`, "column");
  await visits.prepare(null);
  const column = show("<ul><li><a href='/zwgk/nb/1.html'>县水利局2023年年报</a></li></ul>");
  for (const wait of [0, 60_000, 60_000]) await visits.handle(column, wait);
  const [home, report] = await visits.listAddresses();
  expect(home).toMatchObject({ state: "done", failure: null });
  expect(report).toMatchObject({ state: "due", failure: "soft-404" });
});
