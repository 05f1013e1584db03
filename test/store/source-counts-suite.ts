import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRequest, noHints } from "../../corpus/address.ts";
import type { FailureCause } from "../../corpus/failure.ts";
import type { HostRecord, NewAddress } from "../../corpus/frontier.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import { claimAddress } from "../../corpus/store/frontier/claim-address.ts";
import { endVisit } from "../../corpus/store/frontier/end-visit.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { endReading, loadPendingReadings } from "../../corpus/store/readings.ts";
import { beginRun } from "../../corpus/store/runs.ts";
import { countSources } from "../../corpus/store/source-counts.ts";
import {
  findLastVisit,
  loadFailedAddresses,
  loadVisitsAfter,
  loadWaitingHosts,
} from "../../corpus/store/source-detail.ts";
import { saveSources } from "../../corpus/store/sources.ts";

/** What the store must count of sources, whichever database it stands on; skipped where that is not installed. */
export function describeSourceCounts(name: string, reset: (() => Promise<Store>) | null): void {
  const state = reset === null ? " (skipped: it is not installed)" : "";
  describe.skipIf(reset === null)(`sources on ${name}${state}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await (reset as () => Promise<Store>)();
      const source = {
        id: "qingshan",
        division: "990101",
        agency: null,
        entry: "http://www.qingshan.gov.test/",
        kind: "portal",
        render: "http",
        notes: "虚构",
      } as const;
      await saveSources(store, [source, { ...source, id: "liuquan" }], "list");
    });
    afterEach(async () => {
      await store.close();
    });

    /** Visits the next address there is, with an answer or a failure. */
    const visit = async (
      runId: number,
      seconds: number,
      {
        failure = null,
        host = {},
      }: { failure?: FailureCause | null; host?: Partial<HostRecord> } = {},
    ) => {
      const claim = await claimAddress(store, {
        owner: "one",
        now: at(seconds),
        until: at(seconds + 120),
        sources: null,
        render: "http",
      });
      if (claim === null) throw new Error("nothing was due");
      const { url } = claim.request;
      const known = { status: failure === null ? 200 : 404 };
      await endVisit(store, {
        id: claim.id,
        owner: "one",
        now: at(seconds),
        end:
          failure === null
            ? { state: "done", ...known, digest: "ab", etag: null, lastModified: null }
            : { state: "failed", ...known, failure, reason: "nothing there", dueAt: at(0) },
        host: { ...claim.host, ...host },
        found: [],
        visit: {
          runId,
          sourceId: claim.sourceId,
          host: claim.host.name,
          url,
          role: claim.role,
          ...known,
          failure,
          reason: null,
          change: failure === null ? "new" : "gone",
          digest: null,
          bytes: 1_000,
          tookMs: 5,
        },
        reading:
          failure === null
            ? {
                digest: url,
                url,
                status: 200,
                headers: {},
                mediaType: "text/html",
                charset: null,
                bytes: 1_000,
              }
            : null,
      });
    };

    it("tells of a list that has more pages than were reached", async () => {
      await addAddresses(store, [1, 2].map(address), at(0));
      const lists = store.db.updateTable("address").set({ role: "column" });
      await lists.set({ list_pages: 3, list_page: 1 }).where("id", "=", 1).execute();
      const read = async () => (await countSources(store)).counts.get("qingshan")?.hints;
      expect(await read()).toMatchObject([{ kind: "pages-left" }]);
      await lists.set({ list_pages: 1, list_page: 1 }).where("id", "=", 1).execute();
      expect(await read()).toEqual([]);
    });

    it("counts what there is, and tells what failed and which hosts wait", async () => {
      await addAddresses(store, [1, 2, 3, 4].map(address), at(0));
      const run = await beginRun(store, {
        sourceId: "qingshan",
        cause: "schedule",
        now: at(1),
      });
      await visit(run, 2);
      await visit(run, 3, { failure: "not-found" });
      await visit(run, 4);
      const [reading] = await loadPendingReadings(store, 10);
      await endReading(store, {
        id: reading?.id ?? 0,
        state: "report",
        reportId: "report",
        reason: null,
      });
      await visit(run, 5, {
        failure: "challenge",
        host: { state: "challenged", reason: "proof", readyAt: at(9_000) },
      });
      const { counts, blocked } = await countSources(store);
      expect([...counts.keys()]).toEqual(["qingshan"]);
      expect(counts.get("qingshan")).toMatchObject({
        reports: 1,
        pending: 1,
        addresses: { due: 0, done: 2, failed: 2 },
        failures: [
          { cause: "challenge", count: 1, next: "stop-host" },
          { cause: "not-found", count: 1, next: "give-up" },
        ],
      });
      expect([...blocked]).toEqual(["qingshan"]);
      const hosts = await loadWaitingHosts(store, { sourceId: "qingshan", now: at(6) });
      expect(hosts).toMatchObject([{ state: "challenged", reason: "proof", readyAt: at(9_000) }]);
      const failed = await loadFailedAddresses(store, { sourceId: "qingshan", limit: 1 });
      expect(failed).toMatchObject([{ cause: "challenge", reason: "nothing there", next: null }]);
      const visits = await loadVisitsAfter(store, { after: 1, limit: 2 });
      expect(visits.map(({ id, failure }) => [id, failure])).toEqual([
        [2, "not-found"],
        [3, null],
      ]);
      expect(await findLastVisit(store)).toBe(4);
    });
  });
}

/** Seconds after the beginning of a day of the test. */
function at(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 5) + seconds * 1_000).toISOString();
}

function address(page: number): NewAddress {
  const url = `http://www.qingshan.gov.test/${page}.html`;
  return {
    key: url,
    host: "www.qingshan.gov.test",
    sourceId: "qingshan",
    render: "http",
    via: null,
    request: buildRequest(url),
    role: "report",
    hints: noHints,
  };
}
