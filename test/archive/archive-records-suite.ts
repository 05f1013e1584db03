import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ArchiveRecord } from "../../corpus/archive/archive-record.ts";
import {
  loadArchivedFiles,
  loadCopies,
  loadKnownEnd,
  loadRecordsOfFile,
  loadRecordsOfPayload,
  loadVisits,
  saveArchiveRecords,
} from "../../corpus/store/archive-records.ts";
import { loadCapturedPages } from "../../corpus/store/load-captured-pages.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { saveReport } from "../../corpus/store/save-report.ts";
import { buildSampleReport } from "../store/sample-report.ts";

function buildRecord(parts: Partial<ArchiveRecord> = {}): ArchiveRecord {
  return {
    file: "gongkai-20240120000000-000000000000.warc.gz",
    offset: 300,
    length: 200,
    type: "response",
    target: "http://www.qingshan.gov.test/",
    date: "2024-01-20T00:00:00.000Z",
    digest: "a".repeat(64),
    payloadDigest: "b".repeat(64),
    visitOffset: 300,
    visitLength: 700,
    ...parts,
  };
}

/** What the index of the archive must do, whichever database it lies in. */
export function describeArchiveRecords(name: string, reset: (() => Promise<Store>) | null): void {
  const state = reset === null ? " (skipped: it is not installed)" : "";
  describe.skipIf(reset === null)(`archive records in ${name}${state}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await (reset as () => Promise<Store>)();
    });
    afterEach(async () => {
      await store.close();
    });

    it("are given back as they were kept, each place once", async () => {
      const record = buildRecord();
      await saveArchiveRecords(store, [record, buildRecord({ offset: 1_900_000_000 })]);
      await saveArchiveRecords(store, [record]);
      await saveArchiveRecords(store, []);
      const place = { file: record.file, from: 0, limit: 10 };
      expect(await loadRecordsOfFile(store, place)).toEqual([
        record,
        buildRecord({ offset: 1_900_000_000 }),
      ]);
      expect(await loadRecordsOfFile(store, { ...place, from: 301, limit: 1 })).toHaveLength(1);
      expect(await loadKnownEnd(store, record.file)).toBe(1000);
      expect(await loadKnownEnd(store, "other")).toBe(0);
      expect(await loadArchivedFiles(store)).toEqual([record.file]);
    });

    it("are found by content, payload and address, revisits only by address", async () => {
      const later = "2024-02-01T00:00:00.000Z";
      const first = buildRecord();
      const revisit = buildRecord({ offset: 2000, type: "revisit", date: later });
      const elsewhere = buildRecord({ offset: 3000, target: "http://b.test/", date: later });
      await saveArchiveRecords(store, [elsewhere, revisit, first]);
      expect(await loadCopies(store, first.digest)).toEqual([first, elsewhere]);
      expect(await loadCopies(store, first.payloadDigest)).toEqual([]);
      expect(await loadRecordsOfPayload(store, first.payloadDigest)).toEqual([first, elsewhere]);
      expect(await loadVisits(store, first)).toEqual([first, revisit]);
    });

    it("lead from a place and a year to the captures of its reports", async () => {
      const sample = buildSampleReport();
      await saveReport(store, sample);
      const wanted = { divisions: ["990121"], year: 2023 };
      expect(await loadCapturedPages(store, wanted)).toEqual([
        {
          digest: sample.capture.digest,
          address: sample.capture.address,
          title: sample.extraction.title,
          capturedAt: sample.capture.capturedAt,
          bytes: sample.capture.bytes,
        },
      ]);
      expect(await loadCapturedPages(store, { ...wanted, year: 2022 })).toEqual([]);
      expect(await loadCapturedPages(store, { ...wanted, divisions: ["11"] })).toEqual([]);
      expect(await loadCapturedPages(store, { ...wanted, divisions: [] })).toEqual([]);
    });
  });
}
