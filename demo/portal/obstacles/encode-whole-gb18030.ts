import { Buffer } from "node:buffer";
import { encodeGb18030 } from "../../encode-gb18030.ts";

/** Beyond the plane of Unicode's first 65,536 characters, four bytes count straight on. */
const firstAstral = 0x10000;
const astralOffset = 189_000;
/** So many sequences of four bytes stand for characters below. */
const shortSequences = 39_420;

/** Stands for a long character meanwhile: no byte of another character is the same. */
const standIn = "\u001A";
const long = /[\u{10000}-\u{10FFFF}\u3400-\u4DBF]/gu;

/** Encodes text as GB18030, the characters that take four bytes there included. */
export function encodeWholeGb18030(text: string): Buffer {
  const found = text.match(long) ?? [];
  const codes = new Map([...new Set(found)].map((character) => [character, encodeLong(character)]));
  const bytes = encodeGb18030(text.replaceAll(long, standIn));
  const parts: Buffer[] = [];
  let start = 0;
  for (const character of found) {
    const end = bytes.indexOf(standIn, start);
    parts.push(bytes.subarray(start, end), codes.get(character) ?? Buffer.alloc(0));
    start = end + 1;
  }
  return Buffer.concat([...parts, bytes.subarray(start)]);
}

function encodeLong(character: string): Buffer {
  const code = character.codePointAt(0) ?? 0;
  if (code >= firstAstral) return writeSequence(code - firstAstral + astralOffset);
  const decoder = new TextDecoder("gb18030");
  for (let at = 0; at < shortSequences; at++) {
    const bytes = writeSequence(at);
    if (decoder.decode(bytes) === character) return bytes;
  }
  throw new Error(`${character} is not in GB18030 with four bytes.`);
}

function writeSequence(at: number): Buffer {
  return Buffer.from([
    0x81 + Math.floor(at / 12_600),
    0x30 + (Math.floor(at / 1260) % 10),
    0x81 + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ]);
}
