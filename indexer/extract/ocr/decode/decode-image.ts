import { detectMediaType } from "../../../../corpus/media-type.ts";
import { UnreadableFile } from "../../unreadable-file.ts";
import type { GrayImage } from "../gray-image.ts";
import { decodeBmp } from "./decode-bmp.ts";
import { decodeGif } from "./decode-gif.ts";
import { decodeJpeg } from "./decode-jpeg.ts";
import { decodePng } from "./decode-png.ts";
import type { ImageSize } from "./image-size.ts";
import { readImageSize } from "./read-image-size.ts";
import { shrinkImage } from "./shrink-image.ts";

/** A picture of more pixels is refused; one of more than `worked` is made smaller before it is read. */
const megapixels = { most: 60, worked: 14 };

/** The kinds of picture that are read, by their media type. */
const decoders: Readonly<Record<string, (bytes: Uint8Array) => GrayImage>> = {
  "image/png": decodePng,
  "image/jpeg": decodeJpeg,
  "image/gif": decodeGif,
  "image/bmp": decodeBmp,
};

/** A picture in grey, and how many pixels of the file one of its pixels stands for. */
export interface DecodedImage {
  readonly image: GrayImage;
  readonly scale: number;
}

/**
 * Decodes a PNG, JPEG, GIF (its first picture) or BMP file, without native code: a damaged picture must not end the
 * process. Throws UnreadableFile where it is none or too large.
 */
export function decodeImage(bytes: Uint8Array): DecodedImage {
  const mediaType = detectMediaType(bytes);
  const decode = decoders[mediaType];
  if (!decode)
    throw new UnreadableFile(`Pictures of type ${mediaType} are not read; save it as PNG or JPEG.`);
  const claimed = readImageSize(bytes);
  if (!claimed) throw buildDamage();
  assertImageSize(claimed);
  const image = decodeWhole(bytes, decode);
  assertImageSize(image);
  const scale = Math.sqrt((image.width * image.height) / (megapixels.worked * 1e6));
  return scale > 1 ? { image: shrinkImage(image, scale), scale } : { image, scale: 1 };
}

function decodeWhole(bytes: Uint8Array, decode: (bytes: Uint8Array) => GrayImage): GrayImage {
  try {
    return decode(bytes);
  } catch (cause) {
    throw buildDamage(cause);
  }
}

/** The error that a picture is damaged. */
export function buildDamage(cause?: unknown): UnreadableFile {
  return new UnreadableFile(
    "The picture is damaged or cut off; fetch it again or save it as PNG.",
    {
      cause,
    },
  );
}

/** Throws UnreadableFile where a picture has no size or too many pixels. */
export function assertImageSize({ width, height }: ImageSize): void {
  if (width < 1 || height < 1)
    throw new UnreadableFile("The picture has no size; save it again as PNG.");
  if (width * height > megapixels.most * 1e6)
    throw new UnreadableFile(
      `The picture has ${width} × ${height} pixels, more than the ${megapixels.most} million that are read; save it smaller.`,
    );
}
