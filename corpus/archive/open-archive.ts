import { Archive, type ArchiveParts } from "./archive.ts";
import { recoverFiles } from "./recover-files.ts";

/** Opens an archive and completes the files that dead processes left in it. Throws ArchiveUnwritable. */
export async function openArchive(parts: ArchiveParts): Promise<Archive> {
  await recoverFiles(parts.folder, parts.store);
  return new Archive(parts);
}
