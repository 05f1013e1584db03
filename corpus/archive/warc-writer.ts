import { randomUUID } from "node:crypto";
import { saveArchiveRecords, settleArchiveRecords } from "../store/archive-records.ts";
import type { Store } from "../store/open-store.ts";
import { type ArchiveInfo, planInfo } from "./archive-info.ts";
import { type ArchiveRecord, bearingTypes } from "./archive-record.ts";
import { ArchiveUnwritable } from "./archive-unwritable.ts";
import { packRecords } from "./pack-records.ts";
import { buildTarget, type RecordPlan } from "./record-plan.ts";
import { type Place, WarcFileWriter } from "./warc-file-writer.ts";

export interface WarcWriterParts {
  readonly folder: string;
  readonly store: Store;
  readonly info: ArchiveInfo;
  /** A file that has grown to this many bytes is completed. */
  readonly rolloverBytes: number;
  readonly readClock: () => Date;
}

/** Where the records of one fetch lie, in the order in which they were given. */
export interface WrittenRecords {
  readonly file: string;
  readonly places: readonly Place[];
}

/** The records of one fetch, which lie side by side, and who waits for them. */
interface Waiting {
  readonly plans: readonly RecordPlan[];
  readonly resolve: (written: WrittenRecords) => void;
  readonly reject: (error: unknown) => void;
}

interface Appended {
  /** The places of each visit's records. */
  readonly written: readonly (readonly Place[])[];
  readonly records: readonly ArchiveRecord[];
}

/** So many bytes and waiting fetches share one sync. */
const batch = { bytes: 32 * 1024 ** 2, visits: 256 };

/**
 * Writes records to WARC files, one fetch after the other. Who waits is answered when the bytes are on the disk and
 * the index names them; what cannot be written whole is taken back.
 */
export class WarcWriter {
  readonly #parts: WarcWriterParts;
  readonly #waiting: Waiting[] = [];
  #file: WarcFileWriter | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: WarcWriterParts) {
    this.#parts = parts;
  }

  /** Writes the records of a fetch. Throws ArchiveUnwritable, and what the store throws. */
  async write(plans: readonly RecordPlan[]): Promise<WrittenRecords> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ plans, resolve, reject });
      this.#work = this.#work.then(async () => this.#writeBatch());
    });
  }

  /** Waits for what is being written and completes the file. */
  async close(): Promise<void> {
    const closing = this.#work.then(async () => this.#finishFile());
    this.#work = closing.catch(() => {});
    await closing;
  }

  async #writeBatch(): Promise<void> {
    const visits = this.#takeBatch();
    if (visits.length === 0) return;
    try {
      const file = await this.#openFile();
      const { written, records } = await this.#append(file, visits);
      await this.#index(records);
      for (const [at, { resolve }] of visits.entries()) {
        resolve({ file: file.name, places: written[at] ?? [] });
      }
      if (file.size >= this.#parts.rolloverBytes) await this.#finishFile();
    } catch (error) {
      for (const { reject } of visits) reject(error);
    }
  }

  #takeBatch(): readonly Waiting[] {
    const taken: Waiting[] = [];
    let bytes = 0;
    while (taken.length < batch.visits && (taken.length === 0 || bytes < batch.bytes)) {
      const next = this.#waiting.shift();
      if (next === undefined) break;
      taken.push(next);
      for (const { block } of next.plans) {
        for (const piece of block) bytes += piece.byteLength;
      }
    }
    return taken;
  }

  async #openFile(): Promise<WarcFileWriter> {
    if (this.#file !== null) return this.#file;
    const { folder, info, readClock } = this.#parts;
    const now = readClock();
    try {
      const file = await WarcFileWriter.open(folder, now);
      this.#file = file;
      await file.append(planInfo(info, { file: file.name, now }), "");
      return file;
    } catch (cause) {
      await this.#abandonFile();
      throw new ArchiveUnwritable(folder, cause);
    }
  }

  /** Throws ArchiveUnwritable, the file being as it was before. */
  async #append(file: WarcFileWriter, visits: readonly Waiting[]): Promise<Appended> {
    const before = file.size;
    const written: (readonly Place[])[] = [];
    const records: ArchiveRecord[] = [];
    try {
      const packed = visits.map(async ({ plans }) => {
        const visit = randomUUID();
        return { plans, visit, members: await packRecords(plans, visit) };
      });
      for (const { plans, visit, members } of await Promise.all(packed)) {
        const places = await (members === null
          ? appendEach(file, plans, visit)
          : file.appendPacked(members));
        written.push(places);
        records.push(...listRecords(file.name, plans, places));
      }
      await file.sync();
      return { written, records };
    } catch (cause) {
      await this.#takeBack(file, before);
      throw new ArchiveUnwritable(this.#parts.folder, cause);
    }
  }

  async #index(records: readonly ArchiveRecord[]): Promise<void> {
    try {
      await saveArchiveRecords(this.#parts.store, records);
    } catch (error) {
      // A store that broke off may have kept them all the same: nothing else may ever lie at these places. The next
      // opening of the archive completes the file and asks the store again.
      await this.#abandonFile();
      throw error;
    }
  }

  async #takeBack(file: WarcFileWriter, size: number): Promise<void> {
    try {
      await file.cut(size);
    } catch {
      await this.#abandonFile();
    }
  }

  async #abandonFile(): Promise<void> {
    await this.#file?.abandon();
    this.#file = null;
  }

  async #finishFile(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    if (file === null) return;
    try {
      await settleArchiveRecords(this.#parts.store);
    } catch {
      // The next opening of the archive completes it, and asks the store again.
      await file.abandon();
      return;
    }
    await file.finish();
  }
}

async function appendEach(
  file: WarcFileWriter,
  plans: readonly RecordPlan[],
  visit: string,
): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const plan of plans) places.push(await file.append(plan, visit));
  return places;
}

function listRecords(
  file: string,
  plans: readonly RecordPlan[],
  places: readonly Place[],
): readonly ArchiveRecord[] {
  const visitOffset = places[0]?.offset ?? 0;
  const last = places.at(-1);
  const visitLength = last === undefined ? 0 : last.offset + last.length - visitOffset;
  return plans.flatMap(({ type, target, date, digest, payloadDigest }, at) => {
    const place = places[at];
    const bearing = bearingTypes.find((known) => known === type);
    if (place === undefined || bearing === undefined) return [];
    if (target === null || digest === null || payloadDigest === null) return [];
    const what = { type: bearing, target: buildTarget(target), date, digest, payloadDigest };
    return [{ file, ...place, ...what, visitOffset, visitLength }];
  });
}
