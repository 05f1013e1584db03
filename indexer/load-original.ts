import { open } from "node:fs/promises";
import { UnreadableFile } from "./extract/unreadable-file.ts";

/** No report is larger; more would be a mistake or an attack. */
export const maxFileBytes = 32 * 1024 * 1024;

/** The bytes of a file of at most `maxFileBytes`. Throws UnreadableFile with a sentence. */
export async function loadOriginal(file: string): Promise<Uint8Array> {
  const handle = await open(file, "r").catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableFile(`cannot be opened (${reason}): check the path and its rights`, {
      cause,
    });
  });
  try {
    const { size } = await handle.stat();
    if (size > maxFileBytes) {
      throw new UnreadableFile(
        `has ${toMegabytes(size)} MB, more than the ${toMegabytes(maxFileBytes)} MB that a report may have`,
      );
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
