import { decodeText } from "../../../corpus/charset.ts";
import { detectMediaType } from "../../../corpus/media-type.ts";
import { assertFileSize } from "../assert-file-size.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { Page } from "./page.ts";
import { readHtml } from "./read-html.ts";
import { readPlainText } from "./read-plain-text.ts";

const mostBlocks = 200_000;

export interface DecodedPage {
  readonly page: Page;
  /** Characters that could not be decoded. */
  readonly replaced: number;
}

type Reader = (text: string) => Page;

/** The types of file that are read, by their media type. */
const readers: Readonly<Record<string, Reader>> = {
  "text/html": readHtml,
  "text/plain": readPlainText,
  "application/xml": readHtml,
};

/** Decodes a file and reads it as its bytes say it is. Throws UnreadableFile. */
export function readPage(bytes: Uint8Array): DecodedPage {
  if (bytes.length === 0) throw new UnreadableFile("The file is empty; fetch or save it again.");
  assertFileSize(bytes.length);
  const mediaType = detectMediaType(bytes);
  const read = readers[mediaType];
  if (!read)
    throw new UnreadableFile(
      `Files of type ${mediaType} are not read; give the report as HTML or plain text.`,
    );
  const { text, replaced } = decodeText(bytes);
  const page = read(text);
  if (page.blocks.length > mostBlocks)
    throw new UnreadableFile("The file has more than 200,000 lines, so it is no report.");
  return { page, replaced };
}
