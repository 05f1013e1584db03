import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { WARCSerializer } from "warcio";
import { makeFolder } from "../make-folder.ts";
import { type FileLock, lockFile } from "../store/file-lock.ts";
import { buildRecord, type RecordPlan } from "./record-plan.ts";
import { buildFileName, lockSuffix, openSuffix, syncFolder } from "./warc-files.ts";

/** A record's place in its file, in bytes. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

const bufferBytes = 1024 ** 2;

/** One WARC file that this process alone appends to. */
export class WarcFileWriter {
  readonly name: string;
  readonly #folder: string;
  readonly #handle: FileHandle;
  readonly #lock: FileLock;
  #size = 0;

  private constructor(
    { folder, name }: { readonly folder: string; readonly name: string },
    handle: FileHandle,
    lock: FileLock,
  ) {
    this.name = name;
    this.#folder = folder;
    this.#handle = handle;
    this.#lock = lock;
  }

  /** Makes a new file; the folder too where it is missing. */
  static async open(folder: string, now: Date): Promise<WarcFileWriter> {
    makeFolder(folder);
    for (;;) {
      const name = buildFileName(now);
      // The lock comes first, so that a file without one is known to have no writer.
      const lock = lockFile(join(folder, name + lockSuffix), { make: true });
      if (lock === null) continue;
      try {
        const handle = await open(join(folder, name + openSuffix), "wx");
        return new WarcFileWriter({ folder, name }, handle, lock);
      } catch (error) {
        await lock.release();
        throw error;
      }
    }
  }

  get size(): number {
    return this.#size;
  }

  /** Appends records that were packed before. They are on the disk only after `sync`. */
  async appendPacked(members: readonly Buffer[]): Promise<readonly Place[]> {
    let offset = this.#size;
    const places = members.map(({ byteLength: length }) => {
      const place = { offset, length };
      offset += length;
      return place;
    });
    await this.#write(members);
    return places;
  }

  /** Appends a record as a gzip member of its own, piece by piece. It is on the disk only after `sync`. */
  async append(plan: RecordPlan, visit: string): Promise<Place> {
    const offset = this.#size;
    let held: Uint8Array[] = [];
    let bytes = 0;
    const flush = async () => {
      await this.#write(held);
      held = [];
      bytes = 0;
    };
    for await (const piece of new WARCSerializer(buildRecord(plan, visit), { gzip: true })) {
      held.push(piece);
      bytes += piece.byteLength;
      if (bytes >= bufferBytes) await flush();
    }
    await flush();
    return { offset, length: this.#size - offset };
  }

  async sync(): Promise<void> {
    await this.#handle.sync();
  }

  /** Takes back what was appended since the file had this size. */
  async cut(size: number): Promise<void> {
    await this.#handle.truncate(size);
    this.#size = size;
  }

  /** Gives the file its name as a complete one. */
  async finish(): Promise<void> {
    await this.#handle.close();
    const path = join(this.#folder, this.name);
    await rename(path + openSuffix, path);
    await syncFolder(this.#folder);
    await this.#lock.release();
  }

  /**
   * Lets go of a file that can be neither written nor cut: the next opening of the archive mends it. One that holds
   * nothing yet is taken away.
   */
  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => {});
    if (this.#size === 0) await rm(join(this.#folder, this.name + openSuffix), { force: true });
    await this.#lock.release();
  }

  async #write(pieces: readonly Uint8Array[]): Promise<void> {
    const bytes = Buffer.concat(pieces);
    let done = 0;
    while (done < bytes.byteLength) {
      const { bytesWritten } = await this.#handle.write(
        bytes,
        done,
        bytes.byteLength - done,
        this.#size + done,
      );
      done += bytesWritten;
    }
    this.#size += done;
  }
}
