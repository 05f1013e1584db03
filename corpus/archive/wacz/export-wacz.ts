import { createHash } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { makeZip } from "client-zip";
import { WARCSerializer } from "warcio";
import type { Archive } from "../archive.ts";
import { ArchiveDamaged } from "../archive-damaged.ts";
import { planInfo } from "../archive-info.ts";
import { readErrorCode } from "../read-error-code.ts";
import { openWarcFile, syncFolder } from "../warc-files.ts";
import { buildRecord } from "../record-plan.ts";
import type { CapturedPage } from "./captured-page.ts";
import { buildPackage, buildPages, type PackedFile } from "./data-package.ts";
import { findVisits, type VisitSpan } from "./find-visits.ts";
import { buildIndexLines } from "./index-lines.ts";
import { zipNumbered } from "./zip-numbered.ts";

/** What to export and where to; `title` is what a player shows. */
export interface WaczExport {
  readonly captures: readonly CapturedPage[];
  readonly title: string;
  readonly out: string;
  readonly now: Date;
  readonly onProgress?: (done: number, total: number) => void;
  /** An index of more lines than this is compressed in blocks. */
  readonly mostPlainLines?: number;
}

export interface WaczResult {
  readonly pages: number;
  /** Those that the index names: no requests and no metadata. */
  readonly records: number;
  readonly bytes: number;
}

/** The file cannot be written where it was asked for. The message says what to do. */
export class ExportUnwritable extends Error {
  override readonly name = "ExportUnwritable";

  constructor(out: string, cause: unknown) {
    super(`${out} cannot be written: ${describeFault(cause)}`, { cause });
  }
}

function describeFault(cause: unknown): string {
  const code = readErrorCode(cause);
  if (code === "ENOENT") return "its folder is not there. Make it first, or write --out another.";
  if (code === "ENOSPC") return "the disk is full. Make room, or write --out on another disk.";
  if (code === "EISDIR") return "it is a folder. Write --out with the name of a file.";
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `${reason}. Write --out another file.`;
}

const dataFile = "data.warc.gz";
const defaultPlainLines = 50_000;
const mend = "run npx gongkai archive verify, and restore the archive from a backup.";

/**
 * Writes one WACZ 1.1.1 with the records of these captures, copied byte for byte. The file has its name only when it is
 * whole. Throws ArchiveDamaged where the archive lacks one of them, and ExportUnwritable.
 */
export async function exportWacz(archive: Archive, job: WaczExport): Promise<WaczResult> {
  const packing = await WaczPacking.begin(archive, job);
  const draft = `${job.out}.part`;
  const file = await open(draft, "w").catch((error: unknown) => {
    throw new ExportUnwritable(job.out, error);
  });
  try {
    let bytes = 0;
    for await (const piece of makeZip(packing.listEntries())) {
      await file.writeFile(piece);
      bytes += piece.byteLength;
    }
    await file.sync();
    await file.close();
    await rename(draft, job.out);
    await syncFolder(dirname(job.out));
    return { ...packing.count(), bytes };
  } catch (error) {
    await file.close().catch(() => {});
    await rm(draft, { force: true });
    throw readErrorCode(error) === "" ? error : new ExportUnwritable(job.out, error);
  }
}

/** An entry of the ZIP; all are stored, since their readers want to begin anywhere. */
interface Entry {
  readonly name: string;
  readonly lastModified: Date;
  readonly input: AsyncIterable<Uint8Array> | Uint8Array;
}

class WaczPacking {
  readonly #archive: Archive;
  readonly #job: WaczExport;
  readonly #visits: Awaited<ReturnType<typeof findVisits>>;
  readonly #packed: PackedFile[] = [];
  readonly #lines: string[] = [];

  private constructor(
    archive: Archive,
    job: WaczExport,
    visits: Awaited<ReturnType<typeof findVisits>>,
  ) {
    this.#archive = archive;
    this.#job = job;
    this.#visits = visits;
  }

  static async begin(archive: Archive, job: WaczExport): Promise<WaczPacking> {
    return new WaczPacking(archive, job, await findVisits(archive, job.captures));
  }

  count(): Pick<WaczResult, "pages" | "records"> {
    return { pages: this.#visits.pages.length, records: this.#lines.length };
  }

  /** The files in the order in which they can be made: each tells what the next ones say of it. */
  async *listEntries(): AsyncGenerator<Entry> {
    const { title, now } = this.#job;
    yield this.#pack(`archive/${dataFile}`, this.#copyRecords());
    for (const [name, bytes] of this.#buildIndexes()) yield this.#pack(`indexes/${name}`, bytes);
    yield this.#pack("pages/pages.jsonl", buildPages(this.#visits.pages, title));
    const manifest = buildPackage({ title, now, files: this.#packed, pages: this.#visits.pages });
    const digest = `sha256:${createHash("sha256").update(manifest).digest("hex")}`;
    yield { name: "datapackage.json", lastModified: now, input: manifest };
    const sealed = Buffer.from(JSON.stringify({ path: "datapackage.json", hash: digest }));
    yield { name: "datapackage-digest.json", lastModified: now, input: sealed };
  }

  #pack(path: string, input: Entry["input"]): Entry {
    const pieces = input instanceof Uint8Array ? [input] : input;
    return { name: path, lastModified: this.#job.now, input: this.#measure(path, pieces) };
  }

  async *#measure(
    path: string,
    pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array> {
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.byteLength;
      yield piece;
    }
    this.#packed.push({ path, bytes, hash: `sha256:${hash.digest("hex")}` });
  }

  async *#copyRecords(): AsyncGenerator<Uint8Array> {
    const { spans } = this.#visits;
    const info = planInfo({ isPartOf: this.#job.title }, { file: dataFile, now: this.#job.now });
    let to = 0;
    for await (const piece of new WARCSerializer(buildRecord(info, ""), { gzip: true })) {
      to += piece.byteLength;
      yield piece;
    }
    for (const [at, span] of spans.entries()) {
      yield* this.#copySpan(span, to);
      to += span.length;
      this.#job.onProgress?.(at + 1, spans.length);
    }
  }

  async *#copySpan({ file, offset, length }: VisitSpan, to: number): AsyncGenerator<Uint8Array> {
    const handle = await openWarcFile(this.#archive.folder, file);
    if (handle === null) throw new ArchiveDamaged(`The archive has lost ${file}: ${mend}`);
    const read = () =>
      handle.createReadStream({ start: offset, end: offset + length - 1, autoClose: false });
    try {
      this.#lines.push(...(await buildIndexLines(read(), { to, file: dataFile })));
      yield* read();
    } finally {
      await handle.close();
    }
  }

  #buildIndexes(): readonly (readonly [string, Uint8Array])[] {
    const { mostPlainLines = defaultPlainLines } = this.#job;
    const lines = this.#lines.toSorted();
    if (lines.length <= mostPlainLines) return [["index.cdxj", Buffer.from(lines.join(""))]];
    const { blocks, idx } = zipNumbered(lines, "index.cdx.gz");
    return [
      ["index.cdx.gz", blocks],
      ["index.idx", Buffer.from(idx)],
    ];
  }
}
