import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRequest, noHints } from "../../corpus/address.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import { claimAddress } from "../../corpus/store/frontier/claim-address.ts";
import { endVisit } from "../../corpus/store/frontier/end-visit.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { saveSources } from "../../corpus/store/sources.ts";
import { buildFailure } from "../../crawler/http/fetch-failed.ts";

/** What is kept of the words of hosts, whichever database it stands on; skipped where that is not installed. */
export function describeFailureReasons(name: string, reset: (() => Promise<Store>) | null): void {
  const state = reset === null ? " (skipped: it is not installed)" : "";
  describe.skipIf(reset === null)(`reasons of failures on ${name}${state}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await (reset as () => Promise<Store>)();
    });
    afterEach(async () => store.close());

    it("are kept with U+FFFD for U+0000, which a host may well write", async () => {
      const now = "2026-01-05T00:00:00.000Z";
      const request = buildRequest("http://www.qingshan.gov.test/1.html");
      const place = { key: "qingshan.gov.test/1.html", host: "www.qingshan.gov.test" };
      const known = { ...place, sourceId: "qingshan", request, hints: noHints, via: null } as const;
      const kind = { kind: "portal", render: "http", notes: "虚构" } as const;
      const source = { id: "qingshan", division: "990121", agency: null, entry: request.url };
      await saveSources(store, [{ ...source, ...kind }], "added");
      await addAddresses(store, [{ ...known, role: "report", render: "http" }], now);
      const held = await claimAddress(store, {
        owner: "one",
        now,
        until: "2026-01-05T00:02:00.000Z",
        sources: null,
        render: null,
      });
      if (held === null) throw new Error("Nothing can be claimed.");
      const { failure, message: reason } = buildFailure(
        "refusal",
        "answered with 400 Bad\u0000 中",
      );
      const end = { state: "failed", status: 400, failure, reason, dueAt: now } as const;
      const host = { ...held.host, reason };
      await endVisit(store, { id: held.id, owner: "one", now, end, host, found: [] });
      const rows = [
        await store.db.selectFrom("address").select("reason").executeTakeFirst(),
        await store.db.selectFrom("host").select("reason").executeTakeFirst(),
      ];
      const words = "answered with 400 Bad\uFFFD 中";
      expect(rows).toEqual([{ reason: words }, { reason: words }]);
    });
  });
}
