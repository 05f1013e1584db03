import type { Archive } from "../../corpus/archive/archive.ts";
import { ArchiveDamaged } from "../../corpus/archive/archive-damaged.ts";
import type { PendingReading } from "../../corpus/visit-record.ts";
import { assertFileSize } from "../extract/assert-file-size.ts";
import { UnreadableFile } from "../extract/unreadable-file.ts";
import type { Content } from "./content-reading.ts";

/**
 * Loads the bytes of a content from the archive. Throws UnreadableFile where they are damaged, missing or more than a
 * report can be; other errors are of the disk or the store.
 */
export async function loadContent(
  { digest, url, bytes: size }: PendingReading,
  { archive, file }: { readonly archive: Archive; readonly file: string },
): Promise<Content> {
  assertFileSize(size);
  const bytes = await archive.read(digest).catch((cause: unknown) => {
    if (cause instanceof ArchiveDamaged) throw new UnreadableFile(cause.message, { cause });
    throw cause;
  });
  if (bytes === null)
    throw new UnreadableFile(
      `The archive does not hold ${digest}: restore it from a backup, or crawl the source again.`,
    );
  return { bytes, file, address: url };
}
