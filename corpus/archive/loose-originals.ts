import { constants, createReadStream } from "node:fs";
import { access, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { ArchiveDamaged } from "./archive-damaged.ts";
import { buildDigest, digestPattern } from "./build-digest.ts";

/**
 * Originals as releases before the WARC files kept them: `<folder>/ab/cd/<digest>`. They are read and never written;
 * `archive verify --adopt` moves them into a WARC file.
 */
export class LooseOriginals {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async has(digest: string): Promise<boolean> {
    return access(this.locate(digest), constants.R_OK).then(
      () => true,
      () => false,
    );
  }

  /** Null where there is none. Throws ArchiveDamaged. */
  async read(digest: string): Promise<Uint8Array | null> {
    if (!(await this.has(digest))) return null;
    const bytes = await readFile(this.locate(digest));
    if (buildDigest(bytes) === digest) return bytes;
    throw new ArchiveDamaged(
      `The archived copy ${digest} no longer matches its digest: restore the archive from a backup.`,
    );
  }

  /** Unchecked; null where there is none. */
  async stream(digest: string): Promise<Readable | null> {
    return (await this.has(digest)) ? createReadStream(this.locate(digest)) : null;
  }

  /** Takes one away; its bytes must lie elsewhere by then. */
  async remove(digest: string): Promise<void> {
    await rm(this.locate(digest), { force: true });
  }

  /** The digests of all of them, in the order of their folders. */
  async *list(): AsyncGenerator<string> {
    for (const outer of await listNames(this.#folder, /^[0-9a-f]{2}$/u)) {
      for (const inner of await listNames(join(this.#folder, outer), /^[0-9a-f]{2}$/u)) {
        yield* await listNames(join(this.#folder, outer, inner), digestPattern);
      }
    }
  }

  /** The path of one, whether it is there or not. */
  locate(digest: string): string {
    return join(this.#folder, digest.slice(0, 2), digest.slice(2, 4), digest);
  }
}

async function listNames(folder: string, pattern: RegExp): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  return names.filter((name) => pattern.test(name)).toSorted();
}
