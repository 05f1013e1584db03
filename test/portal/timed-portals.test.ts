import { expect, it } from "vitest";
import type { Portal, ServedPage, TruthReport } from "../../demo/portal/portal.ts";
import { buildChangingPortal, buildSeasonalPortal } from "../../demo/portal/timed-portals.ts";

const day = 86_400_000;
const startsAt = Date.UTC(2024, 2, 1);

async function ask({ hosts }: Portal, address: string, at: number): Promise<ServedPage> {
  const url = new URL(address);
  const { signal } = new AbortController();
  const served = await hosts[0]?.serve({ url, method: "GET", headers: {}, body: "", at, signal });
  if (!served || "write" in served) throw new Error(`${address} is not served.`);
  return served;
}

const first = ({ addresses }: TruthReport): string => addresses[0] ?? "";
const list = (reports: readonly TruthReport[]) => reports.map(first).toSorted();

it("corrects, moves, deletes and back-dates on its days, and tells so", async () => {
  const portal = buildChangingPortal(1, 22, startsAt);
  expect(portal.changes.map(({ kind, at }) => [kind, (at - startsAt) / day])).toEqual([
    ["corrected", 5],
    ["moved", 6],
    ["moved", 6],
    ["deleted", 8],
    ["backDated", 10],
  ]);
  const [corrected, , , deleted, late] = portal.changes.map(({ address }) => address);
  const before = await ask(portal, corrected ?? "", startsAt);
  const after = await ask(portal, corrected ?? "", startsAt + 5 * day);
  expect(after.body).not.toEqual(before.body);
  expect(after.body.length).toBeLessThanOrEqual(before.body.length + 8);
  expect((await ask(portal, deleted ?? "", startsAt + 8 * day - 1)).status).toBe(200);
  expect((await ask(portal, deleted ?? "", startsAt + 8 * day)).status).toBe(404);
  expect((await ask(portal, late ?? "", startsAt + 10 * day - 1)).status).toBe(404);
  expect((await ask(portal, late ?? "", startsAt + 10 * day)).status).toBe(200);
  const moved = portal.changes.filter(({ kind }) => kind === "moved").map(({ address }) => address);
  const answers = async (at: number) =>
    Promise.all(moved.map(async (one) => (await ask(portal, one, at)).status));
  expect(new Set(await answers(startsAt))).toEqual(new Set([200, 404]));
  expect(await answers(startsAt + 6 * day)).toEqual((await answers(startsAt)).toReversed());
});

it("corrects one cell alone", () => {
  const portal = buildChangingPortal(1, 22, startsAt);
  const address = portal.changes[0]?.address;
  const read = (at: number) =>
    Object.entries(portal.truthAt(at).find((one) => first(one) === address)?.facts ?? {});
  const [old, own] = [read(startsAt), read(startsAt + 5 * day)];
  const changed = own.filter(([key, value]) => !old.some(([k, v]) => k === key && v === value));
  expect(changed.map(([key]) => key)).toEqual(["requests.granted.naturalPerson"]);
});

it("changes nothing where no time is given", () => {
  const portal = buildChangingPortal(1, 22, Infinity);
  expect(portal.changes).toEqual([]);
  expect(portal.truthAt(Date.UTC(2099, 0, 1))).toEqual(portal.truth);
});

it("publishes a season's reports on their days", async () => {
  const portal = buildSeasonalPortal(1, 23);
  const begin = Date.UTC(2024, 0, 1);
  expect(portal.truthAt(begin)).toEqual([]);
  const days = [...new Set(portal.changes.map(({ at }) => at))];
  for (const at of days) {
    expect(portal.truthAt(at).length).toBeGreaterThan(portal.truthAt(at - 1).length);
    for (const { address } of portal.changes.filter((change) => change.at === at)) {
      expect((await ask(portal, address, at - 1)).status).toBe(404);
      expect((await ask(portal, address, at)).status).toBe(200);
    }
  }
  expect(list(portal.truthAt(Infinity))).toEqual(list(portal.truth));
  expect(new Set(portal.changes.map(({ address }) => address)).size).toBe(portal.truth.length);
});

it("spreads a season over the year as portals do", () => {
  const { truth, changes } = buildSeasonalPortal(1, 23);
  expect(truth).toHaveLength(24);
  const out = (month: number, day: number) =>
    changes.filter(({ at }) => at < Date.UTC(2024, month, day + 1)).length / truth.length;
  // Of one hundred reports 3, 50, 86 and 91 are out by then, and 97 at the end of March.
  expect(out(0, 10)).toBeCloseTo(0.03 / 0.97, 1);
  expect(out(0, 20)).toBeCloseTo(0.5 / 0.97, 1);
  expect(out(0, 31)).toBeCloseTo(0.86 / 0.97, 1);
  expect(out(1, 29)).toBeCloseTo(0.91 / 0.97, 1);
  expect(out(2, 31)).toBe(1);
});
