import type { FileHandle } from "node:fs/promises";
import { loadRecordsOfPayload, saveArchiveRecords } from "../store/archive-records.ts";
import type { Store } from "../store/open-store.ts";
import type { ArchiveRecord } from "./archive-record.ts";
import { BrokenRecord } from "./gzip-member.ts";
import { IndexCursor } from "./index-cursor.ts";
import { VisitGrouping } from "./visit-grouping.ts";
import { type WalkedRecord, walkRecord } from "./walk-records.ts";
import { describeBearer } from "./warc-head.ts";

/** Something that is wrong; `offset` and `target` are null where it is the whole file, or the record tells none. */
export interface ArchiveFault {
  readonly file: string;
  readonly offset: number | null;
  readonly target: string | null;
  readonly fault: string;
}

/** A file to be read through, up to `end`; one that is `growing` may have more behind it. */
export interface FileToVerify {
  readonly growing: boolean;
  readonly handle: FileHandle;
  readonly file: string;
  readonly end: number;
  readonly store: Store;
  /** Whether the index is told of records that it does not know. */
  readonly adopt: boolean;
  readonly onFault: (fault: ArchiveFault) => void;
  /** How many bytes of this file were read. */
  readonly onProgress: (bytes: number) => void;
}

/** Reads a file through, every record against itself and against the index; returns how many records it has. */
export async function verifyFile(job: FileToVerify): Promise<number> {
  return new FileVerification(job).run();
}

class FileVerification {
  readonly #job: FileToVerify;
  readonly #cursor: IndexCursor;
  readonly #grouping: VisitGrouping;
  #hasUnknown = false;

  constructor(job: FileToVerify) {
    this.#job = job;
    this.#cursor = new IndexCursor(job.store, job.file);
    this.#grouping = new VisitGrouping(job.file);
  }

  async run(): Promise<number> {
    const { handle, end, onProgress } = this.#job;
    let [at, records] = [0, 0];
    while (at < end) {
      try {
        const record = await walkRecord(handle, at, end);
        await this.#compare(record);
        at += record.length;
        records += 1;
      } catch (error) {
        if (!(error instanceof BrokenRecord)) throw error;
        at = await this.#passOver(at, error.message);
      }
      onProgress(Math.min(at, end));
    }
    await this.#keep(this.#grouping.end());
    await this.#nameRowsBefore(this.#job.growing ? end : Infinity);
    return records;
  }

  async #compare(record: WalkedRecord): Promise<void> {
    const { head, offset, length, faults } = record;
    const target = head.get("warc-target-uri") ?? null;
    const complain = (fault: string) => this.#complain(offset, target, fault);
    await this.#keep(this.#grouping.add(record));
    for (const fault of faults) complain(fault);
    await this.#nameRowsBefore(offset);
    const bearer = describeBearer(head);
    if (bearer === null) return;
    const row = await this.#cursor.peek();
    if (row?.offset !== offset) {
      this.#hasUnknown = true;
      if (!this.#job.adopt) complain("is not in the index: run with --adopt");
      return;
    }
    this.#cursor.skip();
    if (row.length !== length) complain("has another length than the index says");
    if (row.digest !== bearer.digest || row.payloadDigest !== bearer.payloadDigest) {
      complain("has another digest than the index says");
    }
    if (bearer.type === "revisit" && !(await this.#isHeld(bearer.payloadDigest))) {
      complain("refers to a content that the archive does not hold");
    }
  }

  async #isHeld(payloadDigest: string): Promise<boolean> {
    return (await loadRecordsOfPayload(this.#job.store, payloadDigest)).length > 0;
  }

  /** The next place that the index knows behind one that cannot be read; the end where it knows none. */
  async #passOver(at: number, fault: string): Promise<number> {
    await this.#nameRowsBefore(at);
    const row = await this.#cursor.peek();
    this.#complain(at, row?.offset === at ? row.target : null, fault);
    if (row?.offset === at) this.#cursor.skip();
    const next = await this.#cursor.peek();
    if (next === null) return this.#job.end;
    return next.visitOffset > at ? next.visitOffset : next.offset;
  }

  async #nameRowsBefore(offset: number): Promise<void> {
    for (;;) {
      const row = await this.#cursor.peek();
      if (row === null || row.offset >= offset) return;
      this.#complain(row.offset, row.target, "is in the index, but not in the file");
      this.#cursor.skip();
    }
  }

  async #keep(records: readonly ArchiveRecord[]): Promise<void> {
    if (this.#hasUnknown && this.#job.adopt) {
      await saveArchiveRecords(this.#job.store, records);
    }
  }

  #complain(offset: number, target: string | null, fault: string): void {
    this.#job.onFault({ file: this.#job.file, offset, target, fault });
  }
}
