import { basename } from "node:path";
import type { Readable } from "node:stream";
import { loadCopies, loadRecordsOfPayload } from "../store/archive-records.ts";
import type { Store } from "../store/open-store.ts";
import { ArchiveDamaged } from "./archive-damaged.ts";
import type { ArchiveInfo } from "./archive-info.ts";
import type { ArchiveRecord } from "./archive-record.ts";
import { buildDigest, digestPattern } from "./build-digest.ts";
import { LooseOriginals } from "./loose-originals.ts";
import { planVisit } from "./plan-visit.ts";
import { readContent, streamContent } from "./read-content.ts";
import { buildRecordId, type RecordPlan } from "./record-plan.ts";
import type { ArchivedVisit, Visit } from "./visit.ts";
import { WarcWriter } from "./warc-writer.ts";

export interface ArchiveParts {
  /** Where the files lie; made at the first write. */
  readonly folder: string;
  readonly store: Store;
  readonly info?: ArchiveInfo;
  readonly rolloverBytes?: number;
  readonly readClock?: () => Date;
}

/** What is known of bytes that came from a disk: the name of the file, and what they are. */
export interface OriginalSource {
  readonly file?: string | null;
  readonly mediaType?: string;
}

const defaultRolloverBytes = 1_000_000_000;

/**
 * Everything that was fetched or imported, append-only, in WARC files; the store knows where each lies. Contents are
 * known by their SHA-256 digest, content coding undone. Several processes may write at once, each to its own file.
 */
export class Archive {
  readonly folder: string;
  readonly store: Store;
  readonly loose: LooseOriginals;
  readonly #writer: WarcWriter;
  readonly #readClock: () => Date;
  readonly #underWay = new Map<string, Promise<string>>();

  constructor(parts: ArchiveParts) {
    const { folder, store, info = {}, rolloverBytes = defaultRolloverBytes } = parts;
    this.folder = folder;
    this.store = store;
    this.loose = new LooseOriginals(folder);
    this.#readClock = parts.readClock ?? (() => new Date());
    const readClock = this.#readClock;
    this.#writer = new WarcWriter({ folder, store, info, rolloverBytes, readClock });
  }

  /** Keeps the bytes of a file and returns their digest; the same bytes again cost one look. Throws ArchiveUnwritable. */
  async write(bytes: Uint8Array, source: OriginalSource = {}): Promise<string> {
    const digest = buildDigest(bytes);
    const underWay = this.#underWay.get(digest) ?? this.#writeOnce(bytes, digest, source);
    this.#underWay.set(digest, underWay);
    try {
      return await underWay;
    } finally {
      this.#underWay.delete(digest);
    }
  }

  /** Keeps a fetch: its requests and responses, its content and what is known of it. Throws ArchiveUnwritable. */
  async writeVisit(visit: Visit): Promise<ArchivedVisit> {
    const { records, answer, state } = await planVisit(visit, {
      findPayload: async (digest) =>
        this.#findWhole(await loadRecordsOfPayload(this.store, digest)),
      findContent: async (digest) => this.#findWhole(await loadCopies(this.store, digest)),
    });
    const { file, places } = await this.#writer.write(records);
    const place = places[records.indexOf(answer)];
    if (place === undefined) throw new TypeError("the answer of a visit was not written");
    return { state, digest: visit.digest, file, ...place };
  }

  async has(digest: string): Promise<boolean> {
    assertDigest(digest);
    const copies = await loadCopies(this.store, digest);
    return copies.length > 0 || this.loose.has(digest);
  }

  /** The content of a digest, checked against it; null where the archive does not hold it. Throws ArchiveDamaged. */
  async read(digest: string): Promise<Uint8Array | null> {
    assertDigest(digest);
    let damage: ArchiveDamaged | null = null;
    for (const copy of await loadCopies(this.store, digest)) {
      try {
        return await readContent(this.folder, copy);
      } catch (error) {
        if (!(error instanceof ArchiveDamaged)) throw error;
        damage ??= error;
      }
    }
    const bytes = await this.loose.read(digest);
    if (bytes === null && damage !== null) throw damage;
    return bytes;
  }

  /** The content of a digest as a stream, unchecked; null where the archive does not hold it. Throws ArchiveDamaged. */
  async stream(digest: string): Promise<Readable | null> {
    assertDigest(digest);
    const [copy] = await loadCopies(this.store, digest);
    return copy === undefined ? this.loose.stream(digest) : streamContent(this.folder, copy);
  }

  /**
   * Moves a loose original into a WARC file; false where there is none. It is taken away only when its bytes are on the
   * disk and the index names them, so that a kill leaves it twice at worst. Throws ArchiveDamaged, ArchiveUnwritable.
   */
  async adopt(digest: string): Promise<boolean> {
    const bytes = await this.loose.read(digest);
    if (bytes === null) return false;
    await this.write(bytes);
    await this.loose.remove(digest);
    return true;
  }

  /** Waits for what is being written and completes the file. */
  async close(): Promise<void> {
    await this.#writer.close();
  }

  async #writeOnce(bytes: Uint8Array, digest: string, source: OriginalSource): Promise<string> {
    const held = await this.#findWhole(await loadCopies(this.store, digest));
    if (held !== null) return digest;
    await this.#writer.write([this.#planResource(bytes, digest, source)]);
    return digest;
  }

  #planResource(bytes: Uint8Array, digest: string, source: OriginalSource): RecordPlan {
    const { file = null, mediaType = "application/octet-stream" } = source;
    return {
      id: buildRecordId(),
      type: "resource",
      // Where the operator keeps it is nobody else's business.
      target:
        file === null ? `urn:sha256:${digest}` : `file:///${encodeURIComponent(basename(file))}`,
      date: this.#readClock().toISOString(),
      contentType: mediaType,
      block: [bytes],
      digest,
      payloadDigest: digest,
      fields: {},
    };
  }

  /** The first of the records that can still be read: a reference to a damaged one would lose what it stands for. */
  async #findWhole(copies: readonly ArchiveRecord[]): Promise<ArchiveRecord | null> {
    for (const copy of copies) {
      try {
        await readContent(this.folder, copy);
        return copy;
      } catch (error) {
        if (!(error instanceof ArchiveDamaged)) throw error;
      }
    }
    return null;
  }
}

function assertDigest(digest: string): void {
  if (!digestPattern.test(digest)) throw new TypeError(`not a SHA-256 digest: ${digest}`);
}
