import { Buffer } from "node:buffer";
import { UnreadableFile } from "../../unreadable-file.ts";
import { mostScans } from "../scan-options.ts";
import type { ImageSize } from "./image-size.ts";

/** Bytes that the pages of one file may take together, each as a file of its own. */
const mostBytes = 256_000_000;
/** Bytes of the values of a field by its type (TIFF 6.0, 2); sides of a picture have 2 or 4. */
const sideBytes: ReadonlyMap<number, 2 | 4> = new Map([
  [3, 2],
  [4, 4],
]);

/** A directory of fields (TIFF 6.0, 2), one a page: where it begins, the sides in pixels, where the next one begins. */
interface Directory extends ImageSize {
  readonly at: number;
  readonly next: number;
}

/** The size of the first picture of a TIFF file, null where it has none. */
export function readTiffSize(file: Buffer): ImageSize | null {
  const first = readDirectory(file, openNumbers(file).read(4, 4));
  return first && { width: first.width, height: first.height };
}

/**
 * The pages of a TIFF file in their order, each as a file whose first picture it is. Throws UnreadableFile where they
 * are too many or their list is damaged.
 */
export function listTiffPages(bytes: Uint8Array): readonly Uint8Array[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const pages: Directory[] = [];
  for (let at = openNumbers(file).read(4, 4); at !== 0;) {
    const page = readDirectory(file, at);
    if (!page || pages.some((known) => known.at === at))
      throw new UnreadableFile("The list of pages is damaged; fetch the picture again.");
    pages.push(page);
    at = page.next;
    if (pages.length > mostScans || pages.length * file.length > mostBytes)
      throw new UnreadableFile("The picture has too many pages; give them alone, or as PDF.");
  }
  return pages.map(({ at }) => (pages.length === 1 ? bytes : beginAt(file, at)));
}

function beginAt(file: Buffer, at: number): Uint8Array {
  const page = Buffer.from(file);
  openNumbers(page).write(at, 4);
  return page;
}

function readDirectory(file: Buffer, at: number): Directory | null {
  const { read } = openNumbers(file);
  const count = read(at, 2);
  const end = at + 2 + 12 * count;
  if (at < 8 || count === 0 || end + 4 > file.length) return null;
  const fields = Array.from({ length: count }, (_, index) => at + 2 + 12 * index);
  const readSide = (tag: number): number =>
    Math.max(
      0,
      ...fields
        .filter((field) => read(field, 2) === tag)
        .map((field) => read(field + 8, sideBytes.get(read(field + 2, 2)) ?? 4)),
    );
  return { at, width: readSide(256), height: readSide(257), next: read(end, 4) };
}

/** Numbers in the byte order of the file (`II` the least byte first); 0 where it ends before. */
function openNumbers(file: Buffer) {
  const isLittle = file[0] === 0x49;
  return {
    read: (at: number, bytes: 2 | 4): number => {
      if (at + bytes > file.length) return 0;
      return isLittle ? file.readUIntLE(at, bytes) : file.readUIntBE(at, bytes);
    },
    write: (value: number, at: number): void =>
      void (isLittle ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at)),
  };
}
