import { Buffer } from "node:buffer";
import { unzipSync, zipSync } from "fflate";
import type { Random } from "../../demo/generator/random.ts";

/** What parsers of any of our formats may stumble over. */
const tokens = [
  "<table>",
  "</table>",
  "<td rowspan=9999 colspan=9999>",
  "<tr>",
  "</div>",
  "<!--",
  "]]>",
  "&#0;",
  "&#xD800;",
  "<w:tbl>",
  "<w:p>",
  "1e308",
  "-1",
  "99999999999",
  "0 R",
  ">>",
  "<<",
  "endstream",
  "endobj",
  "/Kids [2 0 R]",
  " q ",
  " Do ",
  "|",
  "\t",
  "\n",
  "规章",
  "总计",
  "三、",
  "（三）",
  "\u0000",
  "\uFFFD",
  "𠀀",
] as const;
const numbers = [0, 1, 0x7f, 0xff, 0x1000, 0x7fff_ffff, 0xffff_ffff, 0xffff_fffe] as const;
const longestCut = 600;

type Damage = (bytes: Buffer, at: number, random: Random) => Buffer;

const kinds: readonly [Damage, ...Damage[]] = [
  (bytes, at, random) => replace(bytes, [at, at + 1], Buffer.from([random.below(256)])),
  (bytes, at, random) => replace(bytes, [at, at + 4], toNumber(random.pick(numbers))),
  (bytes, at, random) =>
    replace(bytes, [at, at + random.below(12)], Buffer.from(random.pick(tokens))),
  (bytes, at, random) => replace(bytes, [at, at + random.below(longestCut)], Buffer.alloc(0)),
  (bytes, at, random) => {
    const from = random.below(bytes.length);
    return replace(bytes, [at, at], bytes.subarray(from, from + random.below(longestCut)));
  },
  (bytes, at, random) => {
    const length = random.below(longestCut);
    return replace(bytes, [at, at + length], Buffer.alloc(length, random.below(256)));
  },
  (bytes, at, random) => (random.happens(0.2) ? bytes.subarray(0, at) : bytes),
];

/** A copy with up to six damages; the same for the same state of `random`. */
export function damageBytes(original: Uint8Array, random: Random): Uint8Array {
  let bytes = Buffer.from(original);
  for (let step = random.below(6); step >= 0; step--) {
    const damage = random.pick(kinds);
    bytes = Buffer.from(damage(bytes, random.below(Math.max(1, bytes.length)), random));
  }
  return new Uint8Array(bytes);
}

/** A copy of a ZIP of which one part is damaged, and all checksums are right. */
export function damagePart(zip: Uint8Array, random: Random): Uint8Array {
  const files = unzipSync(zip);
  const names = Object.keys(files).toSorted();
  const name = names[random.below(names.length)] ?? "";
  return zipSync({ ...files, [name]: damageBytes(files[name] ?? new Uint8Array(), random) });
}

/** The bytes with some of them, from one place up to another, replaced. */
function replace(bytes: Buffer, [from, to]: readonly [number, number], put: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)]);
}

function toNumber(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
