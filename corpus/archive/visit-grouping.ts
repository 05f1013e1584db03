import type { ArchiveRecord } from "./archive-record.ts";
import type { WalkedRecord } from "./walk-records.ts";
import { describeBearer, visitField } from "./warc-head.ts";

/**
 * What the index knows of records, from the records themselves. They are added in the order of their file, in which
 * those of a visit lie side by side; only one visit is held at a time.
 */
export class VisitGrouping {
  readonly #file: string;
  #visit: string | null = null;
  #records: WalkedRecord[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** Gives the records of the visit before, where this one begins another. */
  add(record: WalkedRecord): readonly ArchiveRecord[] {
    const visit = record.head.get(visitField.toLowerCase()) ?? null;
    const ended = visit === this.#visit ? [] : this.end();
    this.#visit = visit;
    this.#records.push(record);
    return ended;
  }

  /** Gives the records of the last visit. */
  end(): readonly ArchiveRecord[] {
    const records = this.#records;
    this.#records = [];
    return listBearers(this.#file, records);
  }
}

function listBearers(file: string, records: readonly WalkedRecord[]): readonly ArchiveRecord[] {
  const visitOffset = records[0]?.offset ?? 0;
  const last = records.at(-1);
  const visitLength = last === undefined ? 0 : last.offset + last.length - visitOffset;
  return records.flatMap(({ head, offset, length }) => {
    const bearer = describeBearer(head);
    if (bearer === null) return [];
    return [{ file, offset, length, ...bearer, visitOffset, visitLength }];
  });
}
