import { Buffer } from "node:buffer";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";
import { ZipFile } from "../../indexer/extract/zip/zip-file.ts";

const words = "本年新收政府信息公开申请数量".repeat(50);

/** A copy of the bytes with a number put at an offset from the first place of a signature. */
function patch(
  zip: Uint8Array,
  {
    signature,
    offset,
    value,
    size = 4,
  }: { signature: string; offset: number; value: number; size?: 2 | 4 },
): Uint8Array {
  const bytes = Buffer.from(zip);
  const at = bytes.indexOf(Buffer.from(signature, "latin1")) + offset;
  bytes.writeUIntLE(value, at, size);
  return bytes;
}

function describeResult(read: () => number): string {
  try {
    return `${read()} bytes`;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message;
    throw error;
  }
}

const listed = "PK\u0001\u0002";
const local = "PK\u0003\u0004";
const end = "PK\u0005\u0006";

describe("ZIP files", () => {
  const zip = zipSync({ "a.xml": strToU8(words), "folder/b.xml": strToU8("<b/>") });

  it("gives back what was put in, by names in any case", () => {
    const file = new ZipFile(zip);
    expect(file.names).toEqual(["a.xml", "folder/b.xml"]);
    expect(Buffer.from(file.readNeeded("a.xml")).toString()).toBe(words);
    expect(Buffer.from(file.readNeeded("Folder/B.XML")).toString()).toBe("<b/>");
    expect(file.read("c.xml")).toBeNull();
    expect(() => file.readNeeded("c.xml")).toThrow(/lacks its part c\.xml/u);
  });

  it("gives back any files, packed or stored", () => {
    const files = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/u),
      fc.uint8Array({ maxLength: 2_000 }),
    );
    fc.assert(
      fc.property(files, fc.constantFrom(0, 9), (content, level) => {
        const file = new ZipFile(zipSync(content, { level }));
        for (const [name, bytes] of Object.entries(content))
          expect(Buffer.from(file.readNeeded(name)).equals(bytes)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("refuses a bomb by the size that it declares", () => {
    const bomb = zipSync({ "a.xml": new Uint8Array(40_000_000) }, { level: 9 });
    expect(() => new ZipFile(bomb)).toThrow(/unpack to far more/u);
  });

  it("refuses a bomb that declares a small size, while it unpacks", () => {
    const bomb = zipSync({ "a.xml": new Uint8Array(40_000_000) }, { level: 9 });
    const lying = patch(bomb, { signature: listed, offset: 24, value: 1_000 });
    const file = new ZipFile(lying);
    expect(() => file.read("a.xml", 1_000_000)).toThrow(/more than a report holds/u);
  });

  it("refuses many files that together unpack to too much", () => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 2_654_435_761) >>> 13);
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`${at}.bin`, [noise, { level: 0 }] as const]),
    );
    const bytes = Buffer.from(zipSync(files as never));
    // Every entry claims 9 MB, none of them alone too much.
    for (
      let at = bytes.indexOf(listed, 0, "latin1");
      at !== -1;
      at = bytes.indexOf(listed, at + 1, "latin1")
    )
      bytes.writeUInt32LE(9_000_000, at + 24);
    expect(() => new ZipFile(bytes)).toThrow(/unpack to far more/u);
  });

  it("refuses more than 10,000 files", () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, at) => [`${at}`, new Uint8Array()]),
    );
    expect(() => new ZipFile(zipSync(files, { level: 0 }))).toThrow(/over 10,000 files/u);
  });

  it.each(["../a.xml", "/a.xml", "x/../../a.xml", "C:/a.xml", "..\\a.xml", `${"x/".repeat(40)}a`])(
    "refuses the name %s",
    (name) => {
      expect(() => new ZipFile(zipSync({ [name]: strToU8("x") }))).toThrow(/leads outside/u);
    },
  );

  it("names a password", () => {
    const secret = patch(zip, { signature: listed, offset: 8, value: 1, size: 2 });
    expect(() => new ZipFile(secret)).toThrow(/protected by a password; save it without one/u);
  });

  it("names a file that was cut off", () => {
    expect(() => new ZipFile(zip.subarray(0, zip.length - 30))).toThrow(/cut off; fetch it again/u);
    expect(() => new ZipFile(zip.subarray(zip.length / 2))).toThrow(UnreadableFile);
    expect(() => new ZipFile(new Uint8Array())).toThrow(/cut off/u);
  });

  it("finds a damaged byte by the checksum", () => {
    const stored = Buffer.from(zipSync({ "a.xml": strToU8(words) }, { level: 0 }));
    const at = stored.indexOf("新收");
    stored.write("旧", at);
    expect(() => new ZipFile(stored).read("a.xml")).toThrow(/damaged; fetch the file again/u);
  });

  it("refuses methods that documents do not use", () => {
    const other = patch(zip, { signature: listed, offset: 10, value: 12, size: 2 });
    expect(() => new ZipFile(other).read("a.xml")).toThrow(/packed by a method/u);
  });

  it("throws nothing but UnreadableFile for any bytes", () => {
    const change = fc.record({ at: fc.nat(zip.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.nat(zip.length),
        (changes, cut) => {
          const bytes = Uint8Array.from(zip);
          for (const { at, byte } of changes) bytes[at] = byte;
          const read = (): number => {
            const file = new ZipFile(bytes.subarray(0, cut % 3 === 0 ? cut : bytes.length));
            return file.names.reduce((sum, name) => sum + (file.read(name)?.length ?? 0), 0);
          };
          expect(describeResult(read)).toMatch(/^\d+ bytes$|^[A-Z].{20,}[a-z]\.$/u);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("reads sizes from the wide field of ZIP64", () => {
    const narrow = Buffer.from(zipSync({ "a.xml": strToU8(words) }));
    const at = narrow.indexOf(listed, 0, "latin1");
    const [packed, size] = [narrow.readUInt32LE(at + 20), narrow.readUInt32LE(at + 24)];
    const wide = Buffer.alloc(20);
    wide.writeUInt16LE(1, 0);
    wide.writeUInt16LE(16, 2);
    wide.writeBigUInt64LE(BigInt(size), 4);
    wide.writeBigUInt64LE(BigInt(packed), 12);
    const behind = at + 46 + "a.xml".length;
    const bytes = Buffer.concat([narrow.subarray(0, behind), wide, narrow.subarray(behind)]);
    bytes.writeUInt32LE(0xffffffff, at + 20);
    bytes.writeUInt32LE(0xffffffff, at + 24);
    bytes.writeUInt16LE(wide.length, at + 30);
    expect(bytes.indexOf(local, 0, "latin1")).toBe(0);
    expect(bytes.indexOf(end, 0, "latin1")).toBe(behind + wide.length);
    expect(Buffer.from(new ZipFile(bytes).readNeeded("a.xml")).toString()).toBe(words);
  });
});
