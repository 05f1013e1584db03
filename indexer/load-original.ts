import { open } from "node:fs/promises";
import { assertFileSize } from "./extract/assert-file-size.ts";
import { UnreadableFile } from "./extract/unreadable-file.ts";

/** The bytes of a file that is no larger than a report can be. Throws UnreadableFile with a sentence. */
export async function loadOriginal(file: string): Promise<Uint8Array> {
  const handle = await open(file, "r").catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableFile(`cannot be opened (${reason}): check the path and its rights`, {
      cause,
    });
  });
  try {
    assertFileSize((await handle.stat()).size);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
