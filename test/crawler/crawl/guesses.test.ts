import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildRequest, type FoundAddress, noHints, noTrail } from "../../../corpus/address.ts";
import type { Claim } from "../../../corpus/frontier.ts";
import { addAddresses } from "../../../corpus/store/frontier/add-addresses.ts";
import { claimAddress } from "../../../corpus/store/frontier/claim-address.ts";
import { endVisit } from "../../../corpus/store/frontier/end-visit.ts";
import { loadFailures } from "../../../corpus/store/frontier/load-failures.ts";
import { markDue } from "../../../corpus/store/frontier/mark-due.ts";
import { openStore, type Store } from "../../../corpus/store/open-store.ts";
import { type HeldSource, loadSources, saveSources } from "../../../corpus/store/sources.ts";
import { noAnswer } from "../../../crawler/crawl/ask-page.ts";
import { buildNewAddress } from "../../../crawler/crawl/build-new-address.ts";
import { buildVisitEnd } from "../../../crawler/crawl/build-visit-end.ts";
import { planRevisit } from "../../../crawler/crawl/plan-revisit.ts";
import { buildVisitRecord } from "../../../crawler/crawl/visit-address.ts";
import { buildFailure } from "../../../crawler/http/fetch-failed.ts";
import { expandPattern } from "../../../crawler/links/expand-pattern.ts";

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 5, 2);
const format = (days: number) => new Date(start + days * dayMs).toISOString();
const entry = "http://www.qingshan.gov.test/nb/{year}.html";
const pattern = { entry, agency: null };

let folder = "";
let store: Store;
let source: HeldSource;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gk-guess-"));
  store = await openStore({ file: join(folder, "gongkai.db") });
  const place = { division: "990121", agency: null, entry, notes: "虚构" };
  await saveSources(
    store,
    [{ id: "qingshan", ...place, kind: "pattern", render: "http" }],
    "added",
  );
  [source] = (await loadSources(store)) as [HeldSource];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const listPage: FoundAddress = {
  request: buildRequest("http://www.qingshan.gov.test/nb/index_1.html"),
  role: "list",
  hints: noHints,
  trail: { ...noTrail, trial: "index_{p}", seen: ["a"] },
};

async function claim(found: FoundAddress): Promise<Claim> {
  const address = buildNewAddress(found, source, null);
  await addAddresses(store, address === null ? [] : [address], format(0));
  const wish = { owner: "one", now: format(0), until: format(1), sources: null, render: null };
  const claimed = await claimAddress(store, wish);
  if (claimed === null) throw new Error("nothing is due");
  return claimed;
}

/** How many addresses a crawl visits again that begins after so many days. */
async function visitAgain(days: number, all = false): Promise<number> {
  const wish = { now: start + days * dayMs, isEager: true, all };
  return markDue(store, planRevisit("qingshan", wish));
}

it.each([
  ["a page of a list", listPage, 30],
  ["a year before the last", expandPattern(pattern, [2020])[0], 180],
  ["last year", expandPattern(pattern, [2025])[0], 3],
] as const)("%s that is not there is no failure, and rests", async (_, found, days) => {
  if (found === undefined) throw new Error("the pattern gives nothing");
  const claimed = await claim(found);
  const failure = buildFailure("not-found", "It is not there.");
  const answer = { ...noAnswer, failure, endedAt: start };
  const end = buildVisitEnd(claimed, answer, { now: start, missed: null });
  const given = { answer, change: null, tookMs: 5 };
  expect(buildVisitRecord({ claim: claimed, runId: 1 }, given)).toMatchObject({ failure: null });
  const ended = { id: claimed.id, owner: "one", now: format(0), end, host: claimed.host };
  await endVisit(store, { ...ended, found: [] });
  const tried = await store.db.selectFrom("address").selectAll().executeTakeFirstOrThrow();
  expect(tried).toMatchObject({ state: "done", failure: null, visited_at: format(0) });
  expect(await loadFailures(store, ["qingshan"])).toEqual([]);
  expect(await visitAgain(days - 0.1)).toBe(0);
  expect(await visitAgain(days + 0.1)).toBe(1);
});

it("is asked for once more where a short page that the host is not known for came in its place", async () => {
  const claimed = await claim(listPage);
  const failure = buildFailure("soft-404", "It says that there is no such page.");
  const answer = { ...noAnswer, failure, suspect: "mark", endedAt: start };
  expect(buildVisitEnd(claimed, answer, { now: start, missed: null })).toMatchObject({
    state: "due",
    failure: "soft-404",
  });
  const again: Claim = { ...claimed, failure: "soft-404" };
  expect(buildVisitEnd(again, answer, { now: start, missed: null })).toMatchObject({
    state: "done",
    restUntil: format(30),
  });
});

it("does not rest where everything is visited", async () => {
  const claimed = await claim(listPage);
  const answer = { ...noAnswer, failure: buildFailure("not-found", "No."), endedAt: start };
  const end = buildVisitEnd(claimed, answer, { now: start, missed: null });
  const ended = { id: claimed.id, owner: "one", now: format(0), end, host: claimed.host };
  await endVisit(store, { ...ended, found: [] });
  expect(await visitAgain(1, true)).toBe(1);
});
