import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** One way to damage a file; `at` and `to` are shares of its length. */
interface Damage {
  readonly kind: "byte" | "number" | "cut" | "repeat" | "remove";
  readonly at: number;
  readonly to: number;
  readonly value: number;
}

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const values = fc.constantFrom(0, 1, 0x7f, 0xff, 0x7fff_ffff, 0xffff_ffff, 0xffff_fffe, 0x1000);

/** Damages in the order in which they are done. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("byte", "byte", "number", "number", "cut", "repeat", "remove"),
    at: share,
    to: share,
    value: fc.oneof(values, fc.nat(0xffff)),
  }),
  { minLength: 1, maxLength: 6 },
);

/** A damaged copy of some bytes. */
export function damageBytes(original: Uint8Array, list: readonly Damage[]): Uint8Array {
  let bytes = Uint8Array.from(original);
  for (const { kind, at, to, value } of list) {
    const from = Math.floor(at * bytes.length);
    const end = Math.min(bytes.length, from + Math.floor(to * 200));
    const part = bytes.subarray(from, end);
    if (kind === "byte") bytes[from] = value & 0xff;
    else if (kind === "number")
      part.set([value, value >>> 8, value >>> 16, value >>> 24].slice(0, part.length));
    else if (kind === "cut" && at > 0.9) bytes = bytes.slice(0, from);
    else if (kind === "repeat") bytes = join(bytes.subarray(0, end), part, bytes.subarray(end));
    else if (kind === "remove" && at > 0.5)
      bytes = join(bytes.subarray(0, from), bytes.subarray(end));
  }
  return bytes;
}

/** A copy of a ZIP with the text of one of its parts damaged, and its checksums right. */
export function damagePart(zip: Uint8Array, list: readonly Damage[], which: number): Uint8Array {
  const files = unzipSync(zip);
  const names = Object.keys(files);
  const name = names[Math.floor(which * names.length)] ?? "";
  const signs = [
    "<",
    ">",
    "/",
    '"',
    "=",
    "&",
    "&#xD800;",
    "<w:p>",
    "</",
    "1e308",
    "-1",
    "NaN",
    "]]>",
  ];
  let text = strFromU8(files[name] ?? new Uint8Array());
  for (const { kind, at, to, value } of list) {
    const from = Math.floor(at * text.length);
    const end = Math.min(text.length, from + Math.floor(to * 200));
    const put =
      kind === "repeat"
        ? text.slice(from, end).repeat(1 + (value % 9))
        : (signs[value % signs.length] ?? "");
    text =
      text.slice(0, from) +
      (kind === "remove" ? "" : put) +
      text.slice(kind === "number" ? from : end);
  }
  return zipSync({ ...files, [name]: strToU8(text) });
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
