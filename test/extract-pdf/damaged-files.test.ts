import { Buffer } from "node:buffer";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentPage } from "../../indexer/extract/page/page.ts";
import { readPdf } from "../../indexer/extract/pdf/read-pdf.ts";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";
import { showBlocks } from "./show-blocks.ts";
import { buildStream, drawLine, drawTable, drawText, writePdf } from "./write-pdf.ts";

const texts = [
  ["信息内容", "本年制发件数"],
  ["规章", "3"],
];
const content =
  drawText("云岫县年度报告", { x: 200, y: 780, size: 16 }) +
  drawTable({ xs: [60, 200, 300], ys: [700, 680, 660], texts });
const sound = writePdf({
  pages: [{ content }, { content: drawText("第二页的文字", { x: 70, y: 700 }) }],
});
/** With one page, pdf.js leaves no rejection that the test runner would take for a failure of its own. */
const single = writePdf({ pages: [{ content }] });
const expected = ["云岫县年度报告", texts, "第二页的文字"];

async function refuse(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readPdf(bytes).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UnreadableFile);
  return (error as UnreadableFile).message;
}

function replace(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(
    Buffer.from(Buffer.from(bytes).toString("latin1").replace(from, to), "latin1"),
  );
}

describe("a damaged PDF", () => {
  it("is read where its table of objects is wrong, missing or behind other bytes", async () => {
    const wrong = replace(sound, "startxref\n", "startxref\n9");
    const missing = replace(sound, "xref\n0 1\n", "no such table\n");
    const behind = new Uint8Array(Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\n\r\n"), sound]));
    for (const bytes of [sound, wrong, missing, behind])
      expect(showBlocks((await readPdf(bytes)).blocks)).toEqual(expected);
  });

  it("is named as such where nothing can be made of it", async () => {
    for (const bytes of [
      new Uint8Array(),
      Buffer.from("%PDF-1.7"),
      sound.slice(0, 200),
      Buffer.from("<html>"),
    ])
      expect(await refuse(new Uint8Array(bytes))).toMatch(/damaged or cut off/u);
  });

  it("that was cut off says so where it can be read", async () => {
    const cut = sound.slice(0, Buffer.from(sound).lastIndexOf("startxref"));
    const { blocks, warnings } = await readPdf(cut);
    expect(showBlocks(blocks)).toEqual(expected);
    expect(warnings).toEqual(["文件没有结束标记，可能不完整，后面的内容可能缺失。"]);
  });

  it("leaves the bytes it was given as they are", async () => {
    const before = Buffer.from(sound).toString("hex");
    await readPdf(sound);
    expect(Buffer.from(sound).toString("hex")).toBe(before);
  });

  it("never ends in anything but a page or a sentence", async () => {
    await fc.assert(
      fc.asyncProperty(arrangeDamage(single.length), async (damage) => {
        const page = await readOrRefuse(applyDamage(single, damage));
        expect(page === null || page.blocks.length > 0).toBe(true);
      }),
      { numRuns: 180, seed: 7 },
    );
  });
});

type Damage = readonly { readonly at: number; readonly bytes: Uint8Array; readonly drop: number }[];

function arrangeDamage(length: number): fc.Arbitrary<Damage> {
  const step = fc.record({
    at: fc.nat(length),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom(...tokens).map((token) => new Uint8Array(Buffer.from(token))),
    ),
    drop: fc.oneof(fc.nat(12), fc.nat(2_000)),
  });
  return fc.array(step, { minLength: 1, maxLength: 6 });
}

const tokens = [
  "0 R",
  ">>",
  "<<",
  "endstream",
  "endobj",
  "-1",
  "99999999999",
  "1e400",
  "[",
  "(",
  "/Kids [2 0 R]",
  "/Length 3 0 R",
  " q ",
  " cm ",
  " Do ",
];

function applyDamage(bytes: Uint8Array, damage: Damage): Uint8Array {
  let damaged = Buffer.from(bytes);
  for (const { at, bytes: added, drop } of damage)
    damaged = Buffer.concat([damaged.subarray(0, at), added, damaged.subarray(at + drop)]);
  return new Uint8Array(damaged);
}

/** Reads a file; null where it is refused with a sentence. Any other error is thrown. */
async function readOrRefuse(bytes: Uint8Array): Promise<DocumentPage | null> {
  return readPdf(bytes).catch((error: unknown) => {
    if (error instanceof UnreadableFile && /^The PDF .*; .*\.$/u.test(error.message)) return null;
    throw error;
  });
}

describe("a PDF that cannot be read", () => {
  it("is named as protected", async () => {
    const encrypted = writePdf({
      pages: [{ content }],
      objects: new Map([
        [
          20,
          `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>`,
        ],
      ]),
      trailer: "/Encrypt 20 0 R /ID [<00> <00>]",
    });
    expect(await refuse(encrypted)).toBe(
      "The PDF is protected by a password; save it without one.",
    );
  });

  it("holds only pictures, or has fonts without characters", async () => {
    const picture = buildStream(
      Buffer.alloc(300),
      "/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
    );
    const scanned = writePdf({
      pages: [{ content: "q 500 0 0 700 40 40 cm /I1 Do Q" }],
      objects: new Map([[20, picture]]),
      resources: "/XObject << /I1 20 0 R >>",
    });
    expect(await refuse(scanned)).toMatch(/holds only pictures of text.*OCR/u);
    const numbers = String.fromCharCode(...Array.from({ length: 40 }, (_, at) => at + 3));
    const nameless = writePdf({
      pages: [{ content: drawText(numbers, { x: 60, y: 700 }) }],
      hasCharacters: false,
    });
    expect(await refuse(nameless)).toMatch(/fonts that do not say which characters/u);
  });

  it("has too many pages", async () => {
    const pages = Array.from({ length: 1_000 }, () => ({ content: "" }));
    expect(await refuse(writePdf({ pages }))).toMatch(/has 1000 pages, more than the 300/u);
  });

  it("unpacks or draws without end", async () => {
    const bomb = deflateSync(Buffer.alloc(100 << 20, "q "));
    const packed = writePdf({ pages: [{ content: bomb }], filter: "/Filter /FlateDecode" });
    expect(await refuse(packed)).toMatch(/unpacks to more than a report can hold/u);
    const twice = writePdf({
      pages: [{ content: deflateSync(bomb) }],
      filter: "/Filter [/FlateDecode /FlateDecode]",
    });
    expect(await refuse(twice)).toMatch(/unpacks to more/u);
    // Each form draws the next ten times.
    const forms = Array.from({ length: 9 }, (_, at) => {
      const body = at === 8 ? "0 0 m 9 9 l S\n" : "/X Do\n".repeat(10);
      const resources = `/Resources << /XObject << /X ${21 + at} 0 R >> >>`;
      return [
        20 + at,
        buildStream(body, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${resources}`),
      ] as const;
    });
    const nested = writePdf({
      pages: [{ content: "/X Do" }],
      objects: new Map(forms),
      resources: "/XObject << /X 20 0 R >>",
    });
    expect(await refuse(nested)).toMatch(/draws more than a report can hold/u);
  });
});

describe("an odd PDF", () => {
  it("with 200,000 lines on a page is read without them", async () => {
    const map = Array.from({ length: 200_000 }, (_, at) =>
      drawLine([at % 500, (at * 7) % 800], [(at * 13) % 500, (at * 7) % 800]),
    );
    const { blocks } = await readPdf(
      writePdf({
        pages: [{ content: map.join("") + drawText("地图旁的文字", { x: 70, y: 300 }) }],
      }),
    );
    expect(showBlocks(blocks)).toEqual(["地图旁的文字"]);
  });

  it("says which pages hold no text, unreadable characters, or text from recognition", async () => {
    const layer = `3 Tr ${drawText("识别出来的文字", { x: 70, y: 700 })}`;
    const page = await readPdf(
      writePdf({
        pages: [
          { content: drawText("第一页有许多可以读出来的文字，\ue123\ue124", { x: 70, y: 700 }) },
          { content: "" },
          { content: layer },
        ],
      }),
    );
    expect(showBlocks(page.blocks)).toEqual([
      "第一页有许多可以读出来的文字，\ue123\ue124",
      "识别出来的文字",
    ]);
    expect(page.warnings).toEqual([
      "第 2 页没有文字，其中的图片没有读取。",
      "第 3 页的文字由图片识别得到，请核对其中的数字。",
    ]);
  });

  it("may hold a font that does not say its characters beside others", async () => {
    const fonts = writePdf({
      pages: [
        {
          content:
            drawText("可以读的标题文字", { x: 70, y: 700 }) +
            drawText("\u0013\u0014", { x: 70, y: 660 }).replace("/F1", "/F2"),
        },
      ],
      objects: new Map([
        [
          20,
          "<< /Type /Font /Subtype /Type0 /BaseFont /Other /Encoding /Identity-H /DescendantFonts [21 0 R] >>",
        ],
        [
          21,
          "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Other /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 500 >>",
        ],
      ]),
    });
    const bytes = replace(fonts, "/F1 3 0 R >>", "/F1 3 0 R /F2 20 0 R >>");
    const page = await readPdf(bytes);
    expect(showBlocks(page.blocks)).toEqual(["可以读的标题文字", "\ufffd\ufffd"]);
    expect(page.warnings).toEqual(["有 1 处文字或数字无法辨认，以 \ufffd 代替。"]);
  });
});
