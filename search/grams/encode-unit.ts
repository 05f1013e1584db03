const base = 36;
const digits = Buffer.from("0123456789abcdefghijklmnopqrstuvwxyz", "latin1");
const y = 0x79;

/** Codes of these begin below `m` and have three digits: all common characters. */
const firstShort = 0x3400;
const lastShort = 0x9fff;

/**
 * Writes the code of a character or mark at a place of `bytes`, in ASCII, and returns where it ends. Codes of a kind
 * begin alike and have one length each, so that two of them can be written together.
 */
export function writeSign(point: number, bytes: Uint8Array, at: number): number {
  const isShort = point >= firstShort && point <= lastShort;
  let rest = isShort ? point - firstShort : point;
  const end = at + (isShort ? 3 : 5);
  if (!isShort) bytes[at] = y;
  for (let place = end - 1; place >= (isShort ? at : at + 1); place -= 1) {
    const next = Math.trunc(rest / base);
    bytes[place] = digits[rest - next * base] ?? 0;
    rest = next;
  }
  return end;
}

/** The code of a number or a word of another script, for what stands beside it. */
export function encodeWord(text: string): string {
  return `x${hash(text)}`;
}

/** A number or a word of another script by itself. */
export function buildWord(text: string): string {
  return /^[a-z\d]{1,60}$/.test(text) ? `w${text}` : `v${hash(text)}`;
}

/** Two FNV-1a hashes of 32 bits as 14 digits of base 36. */
function hash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ text.charCodeAt(text.length - 1 - at), 0x5bd1e995);
  }
  return [one, other].map((part) => (part >>> 0).toString(36).padStart(7, "0")).join("");
}
