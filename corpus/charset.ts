export type Charset = "utf-8" | "gb18030" | "big5" | "utf-16le" | "utf-16be";

/**
 * Decoded text without its byte order mark; `replaced` counts the U+FFFD that stand for unreadable bytes and for
 * U+0000, which no text holds and PostgreSQL does not store.
 */
export interface DecodedText {
  readonly text: string;
  readonly charset: Charset;
  readonly replaced: number;
}

const byteOrderMarks: readonly (readonly [Charset, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["gb18030", [0x84, 0x31, 0x95, 0x33]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const sampleBytes = 65_536;
/** So many readable multi-byte characters for one broken byte, and the text is damaged UTF-8. */
const utf8CharactersPerDamage = 50;

/**
 * Reads bytes as text: byte order mark, then UTF-16 by its NUL bytes, then strict UTF-8, then GB18030
 * (a superset of GBK and GB2312). What a header or a page declares is often wrong on portals, so
 * `declared` only decides for Big5, and only where that reads better.
 */
export function decodeText(bytes: Uint8Array, declared?: string | null): DecodedText {
  const { text, charset } = decodeBytes(bytes, declared);
  const clean = text.replaceAll("\u0000", "\uFFFD");
  return { text: clean, charset, replaced: countReplaced(clean) };
}

/** As `decodeText`, with U+0000 as it stands: it tells binaries from text. */
export function decodeBytes(bytes: Uint8Array, declared?: string | null): DecodedText {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return decodeAs(marked[0], bytes);
  const wide = detectUtf16(bytes);
  if (wide) return decodeAs(wide, bytes);
  const strict = decodeStrictUtf8(bytes);
  if (strict !== null) return { text: strict, charset: "utf-8", replaced: 0 };
  if (isDamagedUtf8(bytes)) return decodeAs("utf-8", bytes);
  if (isBig5(bytes, declared ?? findDeclaredCharset(bytes))) return decodeAs("big5", bytes);
  return decodeAs("gb18030", bytes);
}

/** The charset that the head of a page names in `<meta charset>`, `<meta http-equiv>` or `<?xml?>`, else null. */
export function findDeclaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  return /(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/iu.exec(head)?.[1] ?? null;
}

function decodeAs(charset: Charset, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(charset).decode(bytes).replace(/^\uFEFF/u, "");
  return { text, charset, replaced: countReplaced(text) };
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isDamagedUtf8(bytes: Uint8Array): boolean {
  const start = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
  const text = new TextDecoder("utf-8").decode(bytes.subarray(start, start + sampleBytes));
  const readable = text.match(/[\u0080-\uFFFC]/gu)?.length ?? 0;
  return readable >= utf8CharactersPerDamage * countReplaced(text);
}

/**
 * Text in UTF-16 has its NUL bytes mostly on the upper side of the pairs (一 is U+4E00), often enough
 * for its line ends, digits and tags, and reads as Han and ASCII.
 */
function detectUtf16(bytes: Uint8Array): Charset | null {
  const sample = bytes.subarray(0, Math.min(sampleBytes, bytes.length - (bytes.length % 2)));
  const nuls = [0, 0];
  for (let at = 0; at < sample.length; at++)
    if (sample[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const isFrequent = Math.max(even, odd) * 100 >= sample.length;
  if (even + odd === 0 || !isFrequent || Math.max(even, odd) < 2 * Math.min(even, odd)) return null;
  const charset = even > odd ? "utf-16be" : "utf-16le";
  return isPlausible(new TextDecoder(charset).decode(sample)) ? charset : null;
}

function isPlausible(text: string): boolean {
  const usual = text.match(/[\t\n\r\u0020-\u007E\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/gu);
  return (usual?.length ?? 0) >= 0.95 * text.length;
}

function isBig5(bytes: Uint8Array, declared: string | null): boolean {
  if (!declared || !/^(?:cn-|x-x-)?big5/iu.test(declared)) return false;
  const sample = bytes.subarray(0, sampleBytes);
  return countCommon("big5", sample) > countCommon("gb18030", sample);
}

/** How many of the commonest characters of Chinese prose a reading brings to light. */
function countCommon(charset: Charset, sample: Uint8Array): number {
  const text = new TextDecoder(charset).decode(sample);
  const common = text.match(/[的一是不了在人有我他这這中大来來上国國个個年和府政公申请請，。、]/gu);
  return (common?.length ?? 0) - countReplaced(text);
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1)) count++;
  return count;
}
