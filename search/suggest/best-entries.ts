import type { SuggestEntry } from "./suggest-entry.ts";

/** An entry with how well it matches: the smaller, the better. */
export interface RankedEntry {
  readonly entry: SuggestEntry;
  readonly rank: number;
}

/** The best entries seen so far, each once, in order: sorting all that match a single letter would take too long. */
export class BestEntries {
  readonly #limit: number;
  readonly #found: RankedEntry[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#found.length >= this.#limit;
  }

  get count(): number {
    return this.#found.length;
  }

  offer(candidate: RankedEntry): void {
    const last = this.#found.at(-1);
    if (this.isFull && (last === undefined || compareRanked(candidate, last) >= 0)) return;
    const known = this.#found.findIndex(({ entry }) => entry === candidate.entry);
    if (known !== -1) {
      if ((this.#found[known]?.rank ?? 0) <= candidate.rank) return;
      this.#found.splice(known, 1);
    }
    if (this.isFull) this.#found.pop();
    const after = this.#found.findIndex((other) => compareRanked(candidate, other) < 0);
    this.#found.splice(after === -1 ? this.#found.length : after, 0, candidate);
  }

  list(): readonly RankedEntry[] {
    return [...this.#found];
  }
}

/** By match, then by the number of reports, then the shorter name. */
export function compareRanked(a: RankedEntry, b: RankedEntry): number {
  return a.rank - b.rank || compareEntries(a.entry, b.entry);
}

function compareEntries(one: SuggestEntry, other: SuggestEntry): number {
  return (
    (other.reports ?? 0) - (one.reports ?? 0) ||
    one.name.length - other.name.length ||
    compareTexts(one.name, other.name) ||
    compareTexts(one.value, other.value)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
