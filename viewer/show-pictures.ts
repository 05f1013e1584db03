import { detectMediaType } from "../corpus/media-type.ts";
import { readImageSize } from "../indexer/extract/ocr/decode/read-image-size.ts";
import type { ShownPart } from "./build-document.ts";
import { choosePage } from "./choose-page.ts";
import type { Wish } from "./original-job.ts";
import { writePicture, writeSheet } from "./write-sheet.ts";

/** A picture of more pixels could stop the browser that unpacks it. */
const mostPixels = 60_000_000;

/**
 * One of the pictures of an original with a box laid over the cell; places count pictures from 1. Throws where it is
 * not there, damaged or too large.
 */
export function showPictures(pictures: readonly Uint8Array[], { at, page }: Wish): ShownPart {
  const place = at?.in === "image" ? at : null;
  const count = pictures.length;
  const pages = choosePage({ wanted: page, marked: place?.page ?? null, count });
  const shown = pictures[pages.shown - 1];
  const size = shown ? readImageSize(shown) : null;
  if (!shown || !size || size.width < 1 || size.height < 1)
    throw new TypeError("the picture is not there or has no size");
  if (size.width * size.height > mostPixels) throw new RangeError("the picture is too large");
  const box = place && place.page === pages.shown ? place.box : null;
  const mediaType = detectMediaType(shown);
  const picture = writePicture(shown, { mediaType, words: `原件第 ${pages.shown} 幅图` });
  const body = writeSheet({ picture, ...size, box, widest: size.width });
  return { body, isMarked: box !== null, pages };
}
