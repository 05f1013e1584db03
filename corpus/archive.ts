import { createHash, randomUUID } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";

/** The archive holds other bytes than the digest says: the disk or a hand changed them. Restore from a backup. */
export class ArchiveDamaged extends Error {
  override readonly name = "ArchiveDamaged";
}

/** SHA-256 in hex. */
export function buildDigest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Originals by SHA-256 digest, append-only: `<folder>/ab/cd/<digest>`. A file appears under its name only
 * when all its bytes are on the disk, so a kill at any moment leaves it whole or absent.
 */
export class Archive {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps the bytes and returns their digest; the same bytes again cost one look. */
  async write(bytes: Uint8Array): Promise<string> {
    const digest = buildDigest(bytes);
    if (await this.has(digest)) return digest;
    const path = this.#locate(digest);
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomUUID()}.part`;
    try {
      await writeThrough(draft, bytes);
      await rename(draft, path);
    } catch (cause) {
      await rm(draft, { force: true });
      throw cause;
    }
    await syncFolder(dirname(path));
    return digest;
  }

  async has(digest: string): Promise<boolean> {
    return access(this.#locate(digest), constants.R_OK).then(
      () => true,
      () => false,
    );
  }

  /** The bytes of a digest, checked against it; null where the archive does not hold them. Throws ArchiveDamaged. */
  async read(digest: string): Promise<Uint8Array | null> {
    if (!(await this.has(digest))) return null;
    const bytes = await readFile(this.#locate(digest));
    if (buildDigest(bytes) === digest) return bytes;
    throw new ArchiveDamaged(
      `The archived copy ${digest} no longer matches its digest: restore the archive from a backup.`,
    );
  }

  /** The bytes of a digest as a stream, unchecked; null where the archive does not hold them. */
  async stream(digest: string): Promise<Readable | null> {
    return (await this.has(digest)) ? createReadStream(this.#locate(digest)) : null;
  }

  #locate(digest: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new TypeError(`not a SHA-256 digest: ${digest}`);
    return join(this.#folder, digest.slice(0, 2), digest.slice(2, 4), digest);
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Without this a power cut may forget the rename. Windows cannot open a folder and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
