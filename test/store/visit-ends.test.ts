import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRequest, noHints } from "../../corpus/address.ts";
import type { Claim, NewAddress } from "../../corpus/frontier.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import { claimAddress } from "../../corpus/store/frontier/claim-address.ts";
import { VisitEnds } from "../../corpus/store/frontier/visit-ends.ts";
import { openStore, type Store } from "../../corpus/store/open-store.ts";
import { saveSources } from "../../corpus/store/sources.ts";

const at = (second: number) => new Date(Date.UTC(2026, 0, 5) + second * 1000).toISOString();

let store: Store;
beforeEach(async () => {
  store = await openStore({ file: ":memory:" });
  const entry = "http://www.qingshan.gov.test/";
  const source = { id: "qingshan", division: "990121", agency: null, entry, notes: "虚构" };
  await saveSources(store, [{ ...source, kind: "portal", render: "http" }], "added");
});
afterEach(async () => {
  await store.close();
});

const address = (host: string, path: string, sourceId = "qingshan"): NewAddress => ({
  request: buildRequest(`http://${host}/${path}`),
  role: "report",
  hints: noHints,
  key: `${host}/${path}`,
  host,
  sourceId,
  render: "http",
  via: null,
});

async function claimAll(hosts: readonly string[]): Promise<readonly Claim[]> {
  await addAddresses(
    store,
    hosts.map((host) => address(host, "1.html")),
    at(0),
  );
  const times = { now: at(0), until: at(120) };
  const claims: Claim[] = [];
  for (;;) {
    const wish = { owner: "one", ...times, sources: null, render: null };
    const claim = await claimAddress(store, wish);
    if (claim === null) return claims;
    claims.push(claim);
  }
}

const build = ({ id, host }: Claim, found: readonly NewAddress[]) => ({
  id,
  owner: "one",
  now: at(1),
  end: { state: "done", status: 200, digest: null, etag: null, lastModified: null } as const,
  host,
  found,
});

const listDue = async () =>
  (await store.db.selectFrom("address").where("state", "=", "due").select("key").execute()).map(
    ({ key }) => key,
  );

describe("visits that end together", () => {
  it("are each written down, with what each of them found", async () => {
    const claims = await claimAll(["a", "b", "c"]);
    const ends = new VisitEnds(store);
    const counts = await Promise.all(
      claims.map((claim) =>
        ends.end(build(claim, [address(claim.host.name, "2.html"), address("a", "3.html")])),
      ),
    );
    expect(counts.toSorted((one, other) => one - other)).toEqual([1, 1, 2]);
    const due = await listDue();
    expect(due.toSorted()).toEqual(["a/2.html", "a/3.html", "b/2.html", "c/2.html"]);
  });

  it("do not fail with one that cannot be kept, whose address stays due", async () => {
    const [first, broken, last] = await claimAll(["a", "b", "c"]);
    if (!first || !broken || !last) throw new Error("three hosts can be claimed");
    const ends = new VisitEnds(store);
    const outcomes = await Promise.allSettled([
      ends.end(build(first, [])),
      ends.end(build(broken, [address("b", "2.html", "nobody's")])),
      ends.end(build(last, [])),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await listDue()).toEqual(["b/1.html"]);
  });
});
