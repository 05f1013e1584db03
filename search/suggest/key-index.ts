/** How well a row matches: 0 for a whole key, 1 for the beginning of one, 2 within a text. */
export type Rank = 0 | 1 | 2;

/** Hears of every row that matches; may hear of a row again with another rank. */
export type Offer = (row: number, rank: Rank) => void;

/** A key of a row; it is begun only by what is longer than `from`: the names above a place do not stand for it. */
export interface RowKey {
  readonly key: string;
  readonly from: number;
}

/** What a row is found by: keys by their beginnings, texts by anything within. Letters and digits, lower case. */
export interface RowKeys {
  readonly keys: readonly RowKey[];
  readonly texts: readonly string[];
}

interface SortedKey extends RowKey {
  readonly row: number;
}

const bar = "|";

/** Rows by their keys, which are sorted, and by their texts, which are looked through as a long one. Rows are numbered as they came. */
export class KeyIndex {
  readonly #sorted: readonly SortedKey[];
  readonly #text: string;
  readonly #starts: Int32Array;

  constructor(rows: readonly RowKeys[]) {
    this.#sorted = rows
      .flatMap(({ keys }, row) => keys.map(({ key, from }) => ({ key, from, row })))
      .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
    const texts = rows.map(({ texts: own }) => bar + own.join(bar));
    this.#text = texts.join("");
    this.#starts = new Int32Array(rows.length + 1);
    for (const [row, { length }] of texts.entries())
      this.#starts[row + 1] = (this.#starts[row] ?? 0) + length;
  }

  /** Offers the rows with a key that this is. */
  offerWhole(key: string, offer: Offer): void {
    this.#visitSorted(key, (found) => {
      if (found.key === key) offer(found.row, 0);
      return found.key === key;
    });
  }

  /** Offers the rows with a key that begins with this, whole keys as such. */
  offerBeginnings(key: string, offer: Offer): void {
    this.#visitSorted(key, (found) => {
      if (key.length > found.from) offer(found.row, found.key.length === key.length ? 0 : 1);
      return true;
    });
  }

  /** Offers the rows that hold this within a text, each once. */
  offerWithin(part: string, offer: Offer): void {
    let row = 0;
    let at = this.#text.indexOf(part);
    while (at !== -1) {
      row = this.#findRow(at, row);
      offer(row, 2);
      at = this.#text.indexOf(part, this.#starts[row + 1]);
    }
  }

  /** Whether a row holds this within a text. */
  holds(row: number, part: string): boolean {
    return this.#text.slice(this.#starts[row], this.#starts[row + 1]).includes(part);
  }

  /** `see` gets each key that begins with this, in order, as long as it says true. */
  #visitSorted(key: string, see: (found: SortedKey) => boolean): void {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle]?.key ?? "") < key) low = middle + 1;
      else high = middle;
    }
    for (; low < this.#sorted.length; low += 1) {
      const found = this.#sorted[low];
      if (found === undefined || !found.key.startsWith(key) || !see(found)) return;
    }
  }

  /** The row in which a place of the text lies, looked for from a row on. */
  #findRow(at: number, from: number): number {
    let [low, high] = [from, this.#starts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low;
  }
}
