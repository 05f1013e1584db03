import { detectMediaType } from "../../../corpus/media-type.ts";
import { assertImageSize, buildDamage } from "./decode/decode-image.ts";
import { readImageSize } from "./decode/read-image-size.ts";
import type { ScanOptions } from "./scan-options.ts";

/** Kinds of picture that only the program for text recognition can unpack. */
const packed: ReadonlySet<string> = new Set(["image/webp", "image/tiff"]);

/**
 * A picture as it can be decoded here: WebP and TIFF as PNG, others as they are. Throws UnreadableFile where it is
 * damaged or too large, which its header tells before anything is unpacked.
 */
export async function unpackImage(
  bytes: Uint8Array,
  { unpack }: Pick<ScanOptions, "unpack">,
): Promise<Uint8Array> {
  if (!unpack || !packed.has(detectMediaType(bytes))) return bytes;
  const claimed = readImageSize(bytes);
  if (!claimed) throw buildDamage();
  assertImageSize(claimed);
  try {
    return await unpack(bytes);
  } catch (cause) {
    throw buildDamage(cause);
  }
}
