import { Buffer } from "node:buffer";
import { decodeBytes } from "./charset.ts";

/** What a file is by its first bytes. `of` looks closer where one container holds several kinds. */
interface Signature {
  readonly bytes: string;
  readonly at?: number;
  readonly type: string;
  readonly of?: (bytes: Uint8Array) => string | null;
}

const office = "application/vnd.openxmlformats-officedocument";

/** Names inside a ZIP that tell what it is. */
const zipMembers: readonly (readonly [string, string])[] = [
  ["word/document.xml", `${office}.wordprocessingml.document`],
  ["xl/workbook.xml", `${office}.spreadsheetml.sheet`],
  ["ppt/presentation.xml", `${office}.presentationml.presentation`],
  ["OFD.xml", "application/ofd"],
];

/** Stream names inside an OLE file that tell what it is; stored as UTF-16. */
const oleStreams: readonly (readonly [string, string])[] = [
  ["WordDocument", "application/msword"],
  ["Workbook", "application/vnd.ms-excel"],
  ["Book", "application/vnd.ms-excel"],
  ["PowerPoint Document", "application/vnd.ms-powerpoint"],
];

const signatures: readonly Signature[] = [
  { bytes: "%PDF-", type: "application/pdf" },
  { bytes: "PK\u0003\u0004", type: "application/zip", of: findZipKind },
  { bytes: "PK\u0005\u0006", type: "application/zip" },
  {
    bytes: "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
    type: "application/x-ole-storage",
    of: findOleKind,
  },
  { bytes: "{\\rtf", type: "application/rtf" },
  { bytes: "\u0089PNG\r\n\u001A\n", type: "image/png" },
  { bytes: "\u00FF\u00D8\u00FF", type: "image/jpeg" },
  { bytes: "GIF8", type: "image/gif" },
  { bytes: "II*\u0000", type: "image/tiff" },
  { bytes: "MM\u0000*", type: "image/tiff" },
  { bytes: "WEBP", at: 8, type: "image/webp" },
  { bytes: "\u001F\u008B", type: "application/gzip" },
  { bytes: "Rar!\u001A\u0007", type: "application/vnd.rar" },
  { bytes: "7z\u00BC\u00AF'\u001C", type: "application/x-7z-compressed" },
];

const sampleBytes = 65_536;
const directoryBytes = 262_144;

/**
 * What kind of file this is, by its bytes alone: names and headers of portals are often wrong.
 * An empty file is `text/plain`; binary of no known kind is `application/octet-stream`.
 */
export function detectMediaType(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const signature = signatures.find((row) => head.startsWith(row.bytes, row.at ?? 0));
  if (signature) return signature.of?.(bytes) ?? signature.type;
  // Some servers print a header or blank lines before the document.
  if (/%PDF-[12]\.\d/u.test(head)) return "application/pdf";
  return isBitmap(bytes, head) ? "image/bmp" : detectTextType(bytes);
}

/** Whether files of a media type are text, decoded with a charset. */
export function isText(mediaType: string): boolean {
  return mediaType.startsWith("text/") || /[/+]xml$/u.test(mediaType);
}

function detectTextType(bytes: Uint8Array): string {
  const { text, replaced } = decodeBytes(takeSample(bytes));
  if (replaced * 20 > text.length || isControlled(text)) return "application/octet-stream";
  const start = text.slice(0, 8192).trimStart();
  if (/^<svg[\s>]/iu.test(start)) return "image/svg+xml";
  if (/^(?:MIME-Version|From|Subject):/iu.test(start) && /multipart\/related/iu.test(start))
    return "multipart/related";
  if (isHtml(start)) return "text/html";
  return /^<\?xml\s/iu.test(start) ? "application/xml" : "text/plain";
}

/** The beginning, cut behind a byte of ASCII: half a character at its end would look like damage. */
function takeSample(bytes: Uint8Array): Uint8Array {
  const sample = bytes.subarray(0, sampleBytes);
  if (sample.length === bytes.length) return sample;
  const end = sample.findLastIndex((byte) => byte < 0x80);
  return end === -1 ? sample : sample.subarray(0, end + 1);
}

function isHtml(start: string): boolean {
  return (
    /<(?:!doctype\s{1,9}html|html|head|body|meta|table|div)[\s/>]/iu.test(start) ||
    /^<(?:!--|p|span|title|script|style|h[1-6]|ul|ol|br|font|center|a|b|strong|section|article|img)[\s/>-]/iu.test(
      start,
    )
  );
}

/** Text has next to no control characters but tabs, line ends and form feeds. */
function isControlled(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  const controls = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/gu);
  return (controls?.length ?? 0) * 200 > text.length;
}

function isBitmap(bytes: Uint8Array, head: string): boolean {
  if (!head.startsWith("BM") || bytes.length < 30) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset + 2, 4).readUInt32LE() === bytes.length;
}

function findZipKind(bytes: Uint8Array): string | null {
  return findMember(bytes, zipMembers, "latin1") ?? findOpenDocument(bytes);
}

/** An OpenDocument file begins with a member `mimetype`, which is stored as it is (OpenDocument 1.3, part 2, 3.3). */
function findOpenDocument(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(30, 160)).toString("latin1");
  return /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]{1,40})/u.exec(start)?.[1] ?? null;
}

function findOleKind(bytes: Uint8Array): string | null {
  return findMember(bytes, oleStreams, "utf16le");
}

/** Directories lie at the end of a ZIP and anywhere in an OLE file; both ends of a large file are enough. */
function findMember(
  bytes: Uint8Array,
  members: typeof zipMembers,
  encoding: "latin1" | "utf16le",
): string | null {
  const parts = [bytes.subarray(-directoryBytes), bytes.subarray(0, directoryBytes)].map((part) =>
    Buffer.from(part.buffer, part.byteOffset, part.length),
  );
  // As bytes: Node 20 never ends a search for UTF-16 text in bytes that begin at an odd place of their buffer.
  const found = members.find(([name]) =>
    parts.some((part) => part.includes(Buffer.from(name, encoding))),
  );
  return found?.[1] ?? null;
}
