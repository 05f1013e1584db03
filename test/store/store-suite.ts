import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadHeldAgencies, loadHeldPlaces, loadHoldings } from "../../corpus/store/holdings.ts";
import {
  loadIndexing,
  loadIndexingState,
  loadPending,
  markAllPending,
  markIndexed,
  markRebuilt,
} from "../../corpus/store/indexing.ts";
import { loadReport } from "../../corpus/store/load-report.ts";
import { loadReportsToIndex } from "../../corpus/store/load-reports-to-index.ts";
import { loadVersionChanges } from "../../corpus/store/load-version-changes.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { removeDemo } from "../../corpus/store/remove-demo.ts";
import { saveReport } from "../../corpus/store/save-report.ts";
import {
  buildReportDocument,
  buildSectionDocuments,
} from "../../search/documents/build-documents.ts";
import { buildSampleReport } from "./sample-report.ts";

/**
 * What every store must do, whichever database it stands on. `reset` empties it and opens it again;
 * without one the database is not installed and the tests are skipped.
 */
export function describeStore(name: string, reset: (() => Promise<Store>) | null): void {
  const state = reset === null ? " (skipped: it is not installed)" : "";
  describe.skipIf(reset === null)(`the store on ${name}${state}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await (reset as () => Promise<Store>)();
    });
    afterEach(async () => {
      await store.close();
    });

    it("gives back what was kept, to the letter", async () => {
      const sample = buildSampleReport();
      const { reportId, state } = await saveReport(store, sample);
      const report = await loadReport(store, reportId);
      expect(state).toBe("new");
      expect(report).toMatchObject({
        agency: "清溪镇人民政府",
        year: 2023,
        level: "township",
        regions: [{ name: "云陵省" }, { name: "澜川市" }, { name: "青山县" }, { name: "清溪镇" }],
        demo: false,
        warnings: ["表三缺少总计"],
      });
      expect(report?.sections).toEqual([
        { kind: "preamble", heading: "", text: "根据条例编制。" },
        ...sample.extraction.sections,
      ]);
      expect(report?.facts).toEqual(sample.extraction.facts);
      expect(report?.findings).toEqual(sample.extraction.findings);
      expect(report?.dates).toEqual(sample.extraction.dates);
      expect(report?.attachments).toEqual(sample.extraction.attachments);
      expect(report?.capture.digest).toBe(sample.capture.digest);
    });

    it("gives the index the same of many reports as of each", async () => {
      const digests = ["a", "b", "c"].map((digit) => digit.repeat(64));
      const samples = digests.map((digest, at) =>
        buildSampleReport({
          extraction: { year: at === 2 ? 2022 : 2023 },
          capture: { digest, capturedAt: `2024-02-0${at + 1}T00:00:00.000Z` },
        }),
      );
      const kept = new Set<string>();
      for (const sample of samples) kept.add((await saveReport(store, sample)).reportId);
      const loaded = await loadReportsToIndex(store, [...kept, "nothing"]);
      expect([...loaded.keys()].toSorted()).toEqual([...kept].toSorted());
      for (const [id, report] of loaded) {
        const whole = await loadReport(store, id);
        if (whole === null) throw new Error(`${id} was kept.`);
        const simplify = (text: string) => text;
        expect(buildSectionDocuments(report, simplify)).toEqual(
          buildSectionDocuments(whole, simplify),
        );
        expect(buildReportDocument(report)).toEqual(buildReportDocument(whole));
      }
      expect(await loadReportsToIndex(store, [])).toEqual(new Map());
    });

    it("knows no report of another id", async () => {
      expect(await loadReport(store, "nothing")).toBeNull();
    });

    it("keeps the same capture once, however often it is read", async () => {
      await saveReport(store, buildSampleReport());
      const again = await saveReport(store, buildSampleReport());
      expect(again.state).toBe("same");
      expect((await loadHoldings(store)).reports).toBe(1);
      expect((await loadReport(store, again.reportId))?.versions).toHaveLength(1);
    });

    it("keeps two captures of one report as versions, the newest current", async () => {
      const older = { digest: "b".repeat(64), capturedAt: "2024-01-01T00:00:00.000Z" };
      const { reportId } = await saveReport(store, buildSampleReport());
      const second = await saveReport(store, buildSampleReport({ capture: older }));
      const report = await loadReport(store, reportId);
      expect(second).toEqual({ reportId, state: "version" });
      expect(report?.versions.map((version) => version.current)).toEqual([true, false]);
      expect(report?.capture.digest).toBe("a".repeat(64));
    });

    it("keeps the same bytes from several addresses as one version", async () => {
      const { reportId } = await saveReport(store, buildSampleReport());
      for (const [day, address] of ["http://a.test/1", "http://b.test/1"].entries()) {
        const capturedAt = `2024-02-0${day + 2}T00:00:00.000Z`;
        const again = await saveReport(
          store,
          buildSampleReport({ capture: { address, capturedAt } }),
        );
        expect(again).toEqual({ reportId, state: "same" });
      }
      const report = await loadReport(store, reportId);
      expect(report?.versions.map(({ capture }) => capture.address)).toEqual(["http://a.test/1"]);
      expect(report?.facts).toEqual(buildSampleReport().extraction.facts);
    });

    it("tells readers the name of a file, not where the operator keeps it", async () => {
      const file = "/srv/secret/folder/qingxi.html";
      const { reportId } = await saveReport(store, buildSampleReport({ capture: { file } }));
      expect((await loadReport(store, reportId))?.capture.file).toBe("qingxi.html");
    });

    it("gives back a chosen version, and how each differs from the one before it", async () => {
      const digests = ["b", "c"].map((digit) => digit.repeat(64));
      const [oldest = "", latest = ""] = digests;
      const [fact, ...others] = buildSampleReport().extraction.facts;
      const facts = [...(fact ? [{ ...fact, value: 76, raw: "76" }] : []), ...others];
      const early = { digest: oldest, capturedAt: "2024-01-01T00:00:00.000Z" };
      const late = { digest: latest, capturedAt: "2024-03-01T00:00:00.000Z" };
      const { reportId } = await saveReport(store, buildSampleReport());
      expect(await loadVersionChanges(store, reportId)).toEqual([]);
      await saveReport(
        store,
        buildSampleReport({ capture: early, extraction: { facts, title: "旧题" } }),
      );
      await saveReport(store, buildSampleReport({ capture: late, extraction: { preamble: null } }));
      const report = await loadReport(store, reportId, oldest);
      expect(report).toMatchObject({ title: "旧题", capture: { digest: oldest } });
      expect(report?.facts).toEqual(facts);
      expect(report?.versions.map(({ capture, current }) => [capture.digest, current])).toEqual([
        [latest, true],
        ["a".repeat(64), false],
        [oldest, false],
      ]);
      expect((await loadReport(store, reportId))?.capture.digest).toBe(latest);
      expect(await loadReport(store, reportId, "d".repeat(64))).toBeNull();
      expect(await loadVersionChanges(store, reportId)).toEqual([
        { digest: latest, since: "a".repeat(64), facts: 0, sections: 1 },
        { digest: "a".repeat(64), since: oldest, facts: 1, sections: 0 },
      ]);
    });

    it("moves a capture to another report when it is read anew", async () => {
      const first = await saveReport(store, buildSampleReport());
      const second = await saveReport(store, buildSampleReport({ extraction: { year: 2022 } }));
      expect(await loadReport(store, first.reportId)).toBeNull();
      expect((await loadReport(store, second.reportId))?.year).toBe(2022);
      const pending = await loadPending(store, 10);
      expect(pending.map((report) => report.reportId).toSorted()).toEqual(
        [first.reportId, second.reportId].toSorted(),
      );
    });

    it("keeps a report without a division", async () => {
      const nowhere = { extraction: { division: null, level: null }, divisions: [] };
      const { reportId } = await saveReport(store, buildSampleReport(nowhere));
      expect(await loadReport(store, reportId)).toMatchObject({ regions: [], level: null });
    });

    it("keeps nothing of a report that fails halfway", async () => {
      const sample = buildSampleReport();
      const broken = {
        ...sample,
        extraction: {
          ...sample.extraction,
          facts: [{ ...sample.extraction.facts[0], raw: null }],
        },
      };
      await expect(saveReport(store, broken as unknown as typeof sample)).rejects.toThrow(/null/i);
      expect(await loadHoldings(store)).toMatchObject({ reports: 0, sections: 0, demoReports: 0 });
      expect((await loadIndexingState(store)).pending).toBe(0);
    });

    it("says what the index has to learn until it has learnt it", async () => {
      const { reportId } = await saveReport(store, buildSampleReport());
      const [pending] = await loadPending(store, 10);
      expect(pending).toEqual({ reportId, revision: 1, contentHash: null, documents: 0 });
      const learnt = { reportId, revision: 1, contentHash: "h", documents: 3 };
      await markIndexed(store, [learnt]);
      expect(await loadIndexingState(store)).toEqual({ pending: 0, documents: 3 });
      await saveReport(store, buildSampleReport());
      expect(await loadPending(store, 10)).toEqual([{ ...learnt, revision: 2 }]);
      await markIndexed(store, [learnt]);
      expect((await loadIndexingState(store)).pending).toBe(1);
    });

    it("can have the index learn everything again", async () => {
      const { reportId } = await saveReport(store, buildSampleReport());
      await markIndexed(store, [{ reportId, revision: 1, contentHash: "h", documents: 3 }]);
      await markAllPending(store);
      expect(await loadPending(store, 10)).toHaveLength(1);
    });

    it("knows after a rebuild that what was kept meanwhile is pending", async () => {
      const { reportId } = await saveReport(store, buildSampleReport());
      const learnt = { reportId, revision: 1, contentHash: "h", documents: 3 };
      const other = { capture: { digest: "c".repeat(64) }, extraction: { year: 2021 } };
      const late = await saveReport(store, buildSampleReport(other));
      await markIndexed(store, [{ ...learnt, reportId: late.reportId }]);
      await markRebuilt(store, [learnt]);
      expect((await loadPending(store, 10)).map((report) => report.reportId)).toEqual([
        late.reportId,
      ]);
      expect(await loadIndexing(store, "", 10)).toHaveLength(2);
      expect(await loadIndexing(store, reportId, 10)).toHaveLength(
        late.reportId > reportId ? 1 : 0,
      );
    });

    it("counts places with everything below them", async () => {
      await saveReport(store, buildSampleReport());
      const places = await loadHeldPlaces(store);
      expect(places.map((place) => [place.code, place.reports])).toEqual([
        ["99", 1],
        ["9901", 1],
        ["990121", 1],
        ["990121101", 1],
      ]);
      expect(await loadHeldAgencies(store)).toMatchObject([{ name: "清溪镇人民政府", reports: 1 }]);
    });

    it("takes the demo out and tells the index", async () => {
      const { reportId } = await saveReport(store, { ...buildSampleReport(), demo: true });
      await markIndexed(store, [{ reportId, revision: 1, contentHash: "h", documents: 3 }]);
      expect((await loadHoldings(store)).demoReports).toBe(1);
      expect(await removeDemo(store)).toBe(1);
      expect(await loadHoldings(store)).toMatchObject({ reports: 0, agencies: 0, demoReports: 0 });
      const [pending] = await loadPending(store, 10);
      expect(pending).toMatchObject({ reportId, documents: 3 });
      await markIndexed(store, [{ reportId, revision: 2, contentHash: null, documents: 0 }]);
      expect(await loadIndexingState(store)).toEqual({ pending: 0, documents: 0 });
    });

    it("takes writers at the same time one after the other", async () => {
      const samples = Array.from({ length: 20 }, (_, index) =>
        buildSampleReport({
          capture: { digest: index.toString(16).padStart(64, "0") },
          extraction: { year: 2004 + index },
        }),
      );
      await Promise.all(samples.map((sample) => saveReport(store, sample)));
      expect((await loadHoldings(store)).reports).toBe(20);
    });
  });
}
