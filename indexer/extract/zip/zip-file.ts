import { Buffer } from "node:buffer";
import { UnreadableFile } from "../unreadable-file.ts";
import { inflateEntry } from "./inflate-entry.ts";
import { listEntries } from "./list-entries.ts";
import type { ZipEntry } from "./zip-entry.ts";
import { zipLimits } from "./zip-limits.ts";

/** A ZIP that was checked before any library sees it; every file is checked again as it is read. */
export class ZipFile {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #folded: ReadonlyMap<string, ZipEntry>;
  #left: number = zipLimits.read;

  /** Throws UnreadableFile for a ZIP that is cut off, damaged, protected by a password, or a bomb. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const entries = listEntries(this.#bytes);
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
    this.#folded = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /** Names of all files, in the order of the ZIP. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#find(name) !== null;
  }

  /**
   * The content of a file of at most `most` bytes, or null where there is none. Throws UnreadableFile, also where
   * more has been read than any report holds.
   */
  read(name: string, most: number = zipLimits.read): Uint8Array | null {
    const entry = this.#find(name);
    if (!entry) return null;
    const content = inflateEntry(this.#bytes, entry, Math.min(most, this.#left));
    this.#left -= content.length;
    return content;
  }

  /** As `read`, for a file without which the document cannot be read. */
  readNeeded(name: string, most?: number): Uint8Array {
    const content = this.read(name, most);
    if (content) return content;
    throw new UnreadableFile(`The file lacks its part ${name}; save the document again.`);
  }

  /** Office programs do not tell upper case from lower in the names of parts. */
  #find(name: string): ZipEntry | null {
    return this.#entries.get(name) ?? this.#folded.get(name.toLowerCase()) ?? null;
  }
}
