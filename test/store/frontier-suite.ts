import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRequest, noHints, noTrail, trailSchema } from "../../corpus/address.ts";
import type { Claim, NewAddress, VisitEnd } from "../../corpus/frontier.ts";
import type { Source } from "../../corpus/source.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import { claimAddress } from "../../corpus/store/frontier/claim-address.ts";
import { countFrontier } from "../../corpus/store/frontier/count-frontier.ts";
import { findNextDue } from "../../corpus/store/frontier/find-next-due.ts";
import { endVisit } from "../../corpus/store/frontier/end-visit.ts";
import { extendLeases, leaseIp, releaseHost } from "../../corpus/store/frontier/leases.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { loadSources, removeSource, saveSources } from "../../corpus/store/sources.ts";

const source: Source = {
  id: "qingshan",
  division: "990101",
  agency: null,
  entry: "http://www.qingshan.gov.test/",
  kind: "portal",
  render: "http",
  notes: "虚构",
};
const answered: VisitEnd = {
  state: "done",
  status: 200,
  digest: "ab".repeat(32),
  etag: '"1"',
  lastModified: null,
};

/** What every frontier must do, whichever database it stands on; skipped where that is not installed. */
export function describeFrontier(name: string, reset: (() => Promise<Store>) | null): void {
  const state = reset === null ? " (skipped: it is not installed)" : "";
  describe.skipIf(reset === null)(`the frontier on ${name}${state}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await (reset as () => Promise<Store>)();
      await saveSources(store, [source, { ...source, id: "liuquan" }], "added");
    });
    afterEach(async () => {
      await store.close();
    });

    const claim = (now: number, wish: { owner?: string; sources?: readonly string[] } = {}) =>
      claimAddress(store, {
        owner: wish.owner ?? "one",
        now: at(now),
        until: at(now + 120),
        sources: wish.sources ?? null,
        render: "http",
      });
    const end = (
      held: Claim | null,
      now: number,
      change: {
        paced?: number;
        end?: VisitEnd;
        found?: readonly NewAddress[];
        owner?: string;
      } = {},
    ) => {
      if (held === null) throw new Error("nothing was claimed");
      return endVisit(store, {
        id: held.id,
        owner: change.owner ?? "one",
        now: at(now),
        end: change.end ?? answered,
        host: { ...held.host, pacedUntil: at(change.paced ?? now) },
        found: change.found ?? [],
      });
    };

    it("learns anew what pages of a list stand behind, but not from the page itself", async () => {
      const list = (...seen: string[]): NewAddress => {
        return { ...address("a", 1), role: "list", trail: { ...noTrail, trial: "page", seen } };
      };
      await addAddresses(store, [list("old")], at(0));
      expect(await addAddresses(store, [list("new")], at(1))).toBe(0);
      await addAddresses(store, [list("new", "own"), address("a", 2)], at(2));
      const [row] = await store.db.selectFrom("address").select("trail").orderBy("id").execute();
      expect(trailSchema.parse(JSON.parse(row?.trail ?? "")).seen).toEqual(["new"]);
    });

    it("keeps an address once, whoever finds it", async () => {
      expect(await addAddresses(store, [address("a", 1), address("a", 2)], at(0))).toBe(2);
      expect(await addAddresses(store, [address("a", 2), address("b", 1)], at(1))).toBe(1);
      expect(await countFrontier(store, null)).toEqual({ due: 3, done: 0, failed: 0 });
    });

    it("gives one address of a host at a time, what leads to more first", async () => {
      const report = { ...address("a", 1), role: "report" } as const;
      const column = { ...address("a", 2), role: "column" } as const;
      await addAddresses(store, [report, column], at(0));
      const first = await claim(0);
      expect(first).toMatchObject({ role: "column", request: column.request, attempts: 0 });
      expect(await claim(1)).toBeNull();
      await end(first, 2, { paced: 10 });
      expect(await claim(9)).toBeNull();
      expect(await claim(10)).toMatchObject({ role: "report" });
    });

    it("lets the host that waited longest go first", async () => {
      await addAddresses(store, [address("a", 1), address("a", 2), address("b", 1)], at(0));
      const first = await claim(0);
      expect(first?.host.name).toBe("a");
      await end(first, 1, { paced: 4 });
      expect((await claim(5))?.host.name).toBe("b");
      expect((await claim(5))?.host.name).toBe("a");
    });

    it("gives an address again when its worker is silent, and hears no more of that worker's host", async () => {
      await addAddresses(store, [address("a", 1)], at(0));
      const lost = await claim(0);
      expect(await claim(119, { owner: "two" })).toBeNull();
      const again = await claim(120, { owner: "two" });
      expect(again?.id).toBe(lost?.id);
      await end(lost, 121, { paced: 9_000 });
      await addAddresses(store, [address("a", 2)], at(122));
      expect(await claim(122, { owner: "three" })).toBeNull();
      await end(again, 130, { owner: "two", paced: 131 });
      expect(await claim(131, { owner: "three" })).not.toBeNull();
    });

    it("holds the leases of a worker that lives", async () => {
      await addAddresses(store, [address("a", 1)], at(0));
      await claim(0);
      expect(await extendLeases(store, { owner: "one", until: at(500) })).toBe(1);
      expect(await extendLeases(store, { owner: "two", until: at(900) })).toBe(0);
      expect(await claim(499, { owner: "two" })).toBeNull();
      expect(await claim(500, { owner: "two" })).not.toBeNull();
    });

    it("asks one IP address for one host at a time, and paces it for all of them", async () => {
      await addAddresses(store, [address("a", 1), address("b", 1)], at(0));
      const a = await claim(0);
      const b = await claim(0);
      const wish = { ip: "192.0.2.1", now: at(0), until: at(120) };
      expect(await leaseIp(store, { ...wish, host: "a" })).toBe(true);
      expect(await leaseIp(store, { ...wish, host: "b" })).toBe(false);
      await releaseHost(store, { owner: "one", host: "b", readyAt: at(1) });
      const known = a && { ...a, host: { ...a.host, ip: wish.ip } };
      await end(known, 2, { paced: 5 });
      expect((await claim(4))?.id).toBe(b?.id);
      expect(await leaseIp(store, { ...wish, host: "b", now: at(4) })).toBe(false);
      expect(await leaseIp(store, { ...wish, host: "b", now: at(5) })).toBe(true);
    });

    it("asks nothing more of a host that is stopped, and tells when the next is due", async () => {
      await addAddresses(store, [address("a", 1), address("a", 2), address("b", 1)], at(0));
      const a = await claim(0);
      const closed = { state: "challenged", readyAt: at(500) } as const;
      const stopped = a && { ...a, host: { ...a.host, ...closed } };
      const failed: VisitEnd = {
        state: "due",
        status: 412,
        failure: "challenge",
        reason: "asks for proof of a person",
        dueAt: at(50),
      };
      await end(stopped, 1, { end: failed });
      await end(await claim(1), 2, { end: { ...failed, failure: "timeout", dueAt: at(70) } });
      expect(await claim(60)).toBeNull();
      expect(await findNextDue(store, null)).toBe(at(70));
      expect(await claim(70)).toMatchObject({ attempts: 1, host: { name: "b" } });
      expect(await findNextDue(store, null)).toBe(at(190));
      expect(await claim(500)).toMatchObject({ host: { name: "a" } });
    });

    it("keeps what a page leads to together with its end", async () => {
      await addAddresses(store, [address("a", 1)], at(0));
      const found = [address("a", 1), address("a", 2), address("c", 1)];
      expect(await end(await claim(0), 1, { found })).toBe(2);
      expect(await countFrontier(store, ["qingshan"])).toEqual({ due: 2, done: 1, failed: 0 });
      expect(await findNextDue(store, ["qingshan"])).toBe(at(1));
    });

    it("keeps to the sources that are asked for, and leaves out those taken away", async () => {
      await addAddresses(
        store,
        [address("a", 1), { ...address("b", 1), sourceId: "liuquan" }],
        at(0),
      );
      expect((await claim(0, { sources: ["liuquan"] }))?.host.name).toBe("b");
      expect(await removeSource(store, "qingshan")).toBe(true);
      expect(await removeSource(store, "qingshan")).toBe(false);
      expect(await claim(0)).toBeNull();
      await saveSources(store, [source], "list");
      expect((await loadSources(store)).map(({ id }) => id)).toEqual(["liuquan"]);
      await saveSources(store, [source], "added");
      expect(await loadSources(store)).toContainEqual({ ...source, origin: "added" });
    });

    it("gives each address to one of several workers, never two of a host at once", async () => {
      const hosts = ["a", "b", "c", "d"];
      const many = hosts.flatMap((host) => [1, 2, 3, 4, 5].map((page) => address(host, page)));
      await addAddresses(store, many, at(0));
      const asked = new Set<string>();
      const seen: number[] = [];
      const work = async (owner: string): Promise<void> => {
        for (let held = await claim(0, { owner }); held; held = await claim(0, { owner })) {
          expect(asked).not.toContain(held.host.name);
          asked.add(held.host.name);
          await new Promise((resolve) => setImmediate(resolve));
          seen.push(held.id);
          asked.delete(held.host.name);
          await end(held, 0, { owner });
        }
      };
      await Promise.all(["one", "two", "three"].map(work));
      while ((await countFrontier(store, null)).due > 0) await work("last");
      expect(new Set(seen).size).toBe(20);
      expect(seen).toHaveLength(20);
    });

    it("loses and doubles nothing, whatever the order of claims, ends and kills", async () => {
      const step = fc.constantFrom("claim", "end", "kill", "fail");
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          await store.db.deleteFrom("address").execute();
          await store.db
            .updateTable("host")
            .set({ leased_by: null, lease_until: at(0) })
            .execute();
          await addAddresses(
            store,
            ["a", "b"].flatMap((host) => [address(host, 1), address(host, 2)]),
            at(0),
          );
          let now = 1_000_000;
          const held: Claim[] = [];
          const ended = new Set<number>();
          let wrong = 0;
          for (const act of steps) {
            now += 1;
            if (act === "claim") {
              const next = await claim(now);
              if (next !== null)
                wrong +=
                  ended.has(next.id) || held.some(({ host }) => host.name === next.host.name)
                    ? 1
                    : 0;
              if (next !== null) held.push(next);
            } else if (act === "kill") {
              held.length = 0;
              now += 200;
            } else {
              const done = held.shift();
              if (done === undefined) continue;
              if (act === "end") ended.add(done.id);
              await end(
                done,
                now,
                act === "end"
                  ? {}
                  : {
                      end: {
                        state: "due",
                        status: null,
                        failure: "reset",
                        reason: "broke off",
                        dueAt: at(now),
                      },
                    },
              );
            }
          }
          expect(await countFrontier(store, null)).toEqual({
            due: 4 - ended.size,
            done: ended.size,
            failed: 0,
          });
        }),
        { numRuns: 25 },
      );
    });
  });
}

/** Seconds after the beginning of a day of the test. */
function at(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 5) + seconds * 1_000).toISOString();
}

function address(host: string, page: number): NewAddress {
  const url = `http://${host}/${page}.html`;
  return {
    key: url,
    host,
    sourceId: "qingshan",
    render: "http",
    via: null,
    request: buildRequest(url),
    role: "report",
    hints: noHints,
  };
}
