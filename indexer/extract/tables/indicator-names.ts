import type { FormTable } from "../../../corpus/forms/form.ts";
import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { readLevel } from "./read-level.ts";
import { readNumbering, readWords } from "./segment.ts";

/** A row by the key that its form gives it (null where none does), its words, and the label of its group. */
export interface IndicatorName {
  readonly key: string | null;
  readonly label: string;
  readonly group: string | null;
}

interface Level {
  readonly level: number;
  readonly label: string;
}

/** Labels as short as this (当面, 信函) mean a row of the form only below its parent. */
const longestPlain = 4;

/** Names rows and groups as they are read from top to bottom: a label may mean several rows, by what it stands under. */
export class IndicatorNames {
  readonly #keys: ReadonlySet<string>;
  readonly #printed: ReadonlySet<string>;
  #stack: readonly Level[] = [];
  #last: string | null = null;
  #before: string | null = null;

  /** `table` is null where the rows are of no form: no label has a key then. */
  constructor(table: FormTable | null, segments: readonly PlacedSegment[]) {
    this.#keys = new Set(table?.blocks.flatMap(({ rows }) => rows.map(({ key }) => key)));
    const sure = segments.map((segment) => this.#listKeys(segment));
    this.#printed = new Set(sure.flatMap((keys) => (keys.length === 1 ? keys : [])));
  }

  /** A heading, or a cell that spans the rows of a group. */
  enter(segment: PlacedSegment): void {
    this.#findGroup(segment);
    this.#before = null;
  }

  name(segment: PlacedSegment, label: string): IndicatorName {
    const key = this.#findKey(segment);
    this.#last = key ?? this.#last;
    this.#before = key;
    return { key, label, group: this.#findGroup(segment) };
  }

  /** The label that a row stands under by its numbering; rows below it are looked for next. */
  #findGroup(segment: PlacedSegment): string | null {
    const numbering = readNumbering(segment);
    const level = readLevel(numbering)?.level ?? null;
    const isPart = /^其\s?中/u.test(numbering ?? "");
    const isRoot = !isPart && level === null && (this.#stack[0]?.level ?? 0) === 0;
    if (level !== null || isRoot) {
      const own = { level: level ?? 0, label: readWords(segment) };
      const above = this.#stack.filter((one) => one.level < own.level);
      this.#stack = [...above, own];
      return above.at(-1)?.label ?? null;
    }
    return this.#stack.at(-1)?.label ?? null;
  }

  #findKey(segment: PlacedSegment): string | null {
    const keys = this.#listKeys(segment);
    const above = this.#listAbove(segment);
    const parent = above.find((one) => keys.some((key) => findParent(key) === one)) ?? null;
    const first = keys.find((key) => findParent(key) === parent);
    if (!first) {
      const isPlain = normalizeLabel(readWords(segment)).length <= longestPlain;
      return keys.length === 1 && !isPlain ? (keys[0] ?? null) : null;
    }
    // Where the other row would stand under a label that is not printed, that label may be lost.
    const isSure = keys.every((key) => key === first || this.#isPrinted(findParent(key)));
    return isSure ? first : null;
  }

  #isPrinted(key: string | null): boolean {
    return key === null || this.#printed.has(key);
  }

  #listKeys({ head }: PlacedSegment): readonly string[] {
    return (head.label?.entries ?? []).flatMap(({ table, role, key }) =>
      table === "indicators" && role === "row" && this.#keys.has(key) ? [key] : [],
    );
  }

  /** The rows under which a row may stand, the nearest first. 其中 parts the row right before it. */
  #listAbove(segment: PlacedSegment): readonly string[] {
    const isPart = /^其\s?中/u.test(readNumbering(segment) ?? "");
    const above: string[] = [];
    for (let key = isPart ? this.#before : this.#last; key !== null; key = findParent(key))
      above.push(key);
    return above;
  }
}

function findParent(key: string): string | null {
  const dot = key.lastIndexOf(".");
  return dot === -1 ? null : key.slice(0, dot);
}
