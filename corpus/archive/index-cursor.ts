import { loadRecordsOfFile } from "../store/archive-records.ts";
import type { Store } from "../store/open-store.ts";
import type { ArchiveRecord } from "./archive-record.ts";

const pageRows = 1000;

/** What the index knows of a file, row by row in the order of the file, holding no more than a page of it. */
export class IndexCursor {
  readonly #store: Store;
  readonly #file: string;
  #rows: readonly ArchiveRecord[] = [];
  #at = 0;
  #from: number | null = 0;

  constructor(store: Store, file: string) {
    this.#store = store;
    this.#file = file;
  }

  /** The next row, which stays the next; null behind the last one. */
  async peek(): Promise<ArchiveRecord | null> {
    if (this.#at >= this.#rows.length && this.#from !== null) {
      const place = { file: this.#file, from: this.#from, limit: pageRows };
      this.#rows = await loadRecordsOfFile(this.#store, place);
      this.#at = 0;
      const last = this.#rows.at(-1);
      this.#from = last === undefined ? null : last.offset + 1;
    }
    return this.#rows[this.#at] ?? null;
  }

  /** Goes on behind the next row. */
  skip(): void {
    this.#at += 1;
  }
}
