import type { SectionKind } from "../section.ts";
import { type Boilerplate, buildShingles } from "./build-shingles.ts";
import { minShingles } from "./likeness.ts";
import { buildOfficialShingles } from "./official-shingles.ts";
import { readOwnWords } from "./read-own-words.ts";

/** A section's text with a name for it, the same only for the same text. */
export interface TextToRead {
  readonly name: string;
  readonly kind: SectionKind;
  readonly text: string;
}

/** Shingles that are kept, those of some 2,000 sections: about 60 MB. */
const kept = 600_000;

/**
 * Reads the shingles of sections without those of the official form and without those that are common in sections of
 * their kind. Of a short text that is all of it in one piece: only the same text is like it; of one that is too short to
 * tell anything it is nothing. The last ones are kept, since reports of one agency are compared one after the other.
 */
export class ShingleReader {
  readonly #boilerplate: ReadonlyMap<SectionKind, Boilerplate>;
  readonly #official = buildOfficialShingles();
  readonly #known = new Map<string, ReadonlySet<string>>();
  #size = 0;

  constructor(common: ReadonlyMap<SectionKind, readonly string[]>) {
    this.#boilerplate = new Map(
      [...common].map(([kind, shingles]) => [kind, new Set([...this.#official, ...shingles])]),
    );
  }

  read({ name, kind, text }: TextToRead): ReadonlySet<string> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const shingles = readShingles(text, this.#boilerplate.get(kind) ?? this.#official);
    this.#known.set(name, shingles);
    this.#size += shingles.size;
    this.#forgetOldest();
    return shingles;
  }

  #forgetOldest(): void {
    for (const [name, { size }] of this.#known) {
      if (this.#size <= kept) return;
      this.#known.delete(name);
      this.#size -= size;
    }
  }
}

function readShingles(text: string, boilerplate: Boilerplate): ReadonlySet<string> {
  const shingles = buildShingles(text, boilerplate);
  if (shingles.size >= minShingles) return shingles;
  const own = readOwnWords(text, boilerplate);
  return new Set(own === null ? [] : [own]);
}
