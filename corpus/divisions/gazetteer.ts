import type { Division, DivisionPath } from "../division.ts";
import { findStem, listShortNames } from "./short-names.ts";

/** All places that we know, by code and by name. Placeholders of the code list are not among them. */
export class Gazetteer {
  readonly divisions: readonly Division[];
  readonly #byCode = new Map<string, Division>();
  readonly #byName = new Map<string, Division[]>();
  readonly #byShortName = new Map<string, Division[]>();
  readonly #children = new Map<string, Division[]>();
  readonly #lengths = new Map<string, number[]>();
  #byStem: ReadonlyMap<string, readonly Division[]> | null = null;

  /** A code that comes twice keeps its last row. */
  constructor(divisions: readonly Division[]) {
    for (const division of divisions) this.#byCode.set(division.code, division);
    this.divisions = [...this.#byCode.values()];
    for (const division of this.divisions) {
      append(this.#byName, division.name, division);
      for (const short of listShortNames(division.name)) append(this.#byShortName, short, division);
      append(this.#children, division.parent ?? "", division);
    }
    for (const name of [...this.#byName.keys(), ...this.#byShortName.keys()]) this.#note(name);
  }

  #note(name: string): void {
    const lengths = this.#lengths.get(name.slice(-2)) ?? [];
    if (lengths.includes(name.length)) return;
    this.#lengths.set(
      name.slice(-2),
      [...lengths, name.length].sort((a, b) => b - a),
    );
  }

  get(code: string): Division | undefined {
    return this.#byCode.get(code);
  }

  /** Every place with exactly this full name (`官庄镇`), in the order of the lists. */
  named(fullName: string): readonly Division[] {
    return this.#byName.get(fullName) ?? [];
  }

  /** Every place with this full name, or where there is none, with this usual short name (`民和县`, `新疆`). */
  called(name: string): readonly Division[] {
    return this.#byName.get(name) ?? this.#byShortName.get(name) ?? [];
  }

  /**
   * The places by their names without the word of their level (`青山`: 青山县, 青山区, 青山镇 …), stems of one character
   * left out. The first call takes some 0.1 s.
   */
  readStems(): ReadonlyMap<string, readonly Division[]> {
    if (this.#byStem !== null) return this.#byStem;
    const byStem = new Map<string, Division[]>();
    for (const division of this.divisions) {
      const stem = findStem(division.name);
      if (stem.length > 1) append(byStem, stem, division);
    }
    this.#byStem = byStem;
    return byStem;
  }

  /** The lengths of the names that `called` knows and that end in these two characters, the longest first. */
  lengthsOf(lastTwo: string): readonly number[] {
    return this.#lengths.get(lastTwo) ?? [];
  }

  /** The place and those above it, from the province down; empty for an unknown code. */
  path(code: string): readonly Division[] {
    const path: Division[] = [];
    let division = this.#byCode.get(code);
    while (division && path.length < 4) {
      path.unshift(division);
      division = division.parent === null ? undefined : this.#byCode.get(division.parent);
    }
    return path;
  }

  /** The places right below a code; of `null`, the provinces. */
  children(code: string | null): readonly Division[] {
    return this.#children.get(code ?? "") ?? [];
  }

  /** The code with the names from the province down, as reports carry it. */
  buildPath(division: Division): DivisionPath {
    return { code: division.code, path: this.path(division.code).map(({ name }) => name) };
  }
}

function append(map: Map<string, Division[]>, key: string, division: Division): void {
  const list = map.get(key);
  if (list) list.push(division);
  else map.set(key, [division]);
}
