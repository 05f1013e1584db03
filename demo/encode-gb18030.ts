import { Buffer } from "node:buffer";

/** Encodes text as GB18030, as far as its two-byte plane reaches; throws on any other character. */
export function encodeGb18030(text: string): Buffer {
  const codes = buildCodes();
  const bytes = Array.from(text, (character) => {
    const code = character < "\u0080" ? [character.charCodeAt(0)] : codes.get(character);
    if (!code) throw new Error(`${character} is not in the two-byte plane of GB18030.`);
    return code;
  });
  return Buffer.from(bytes.flat());
}

function buildCodes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && character.length === 1 && character !== "\uFFFD")
        codes.set(character, [lead, trail]);
    }
  return codes;
}
