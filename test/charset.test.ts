import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, findDeclaredCharset } from "../corpus/charset.ts";

const sentence = "政府信息公开工作年度报告，共收到申请12件。";
/** The same sentence begun in GB18030 and Big5, which the platform only decodes. */
const gb = Buffer.from("d5fec8aed0c5cfa2b9abbfaaa3ac31b2bc", "hex");
const big5 = Buffer.from("ac46a9b2b8eab0542ca45da142a7daa5fcaabaa477a740a143", "hex");

describe("decodeText", () => {
  test("reads UTF-8 with and without a byte order mark", () => {
    const plain = { text: sentence, charset: "utf-8", replaced: 0 };
    expect(decodeText(Buffer.from(sentence))).toEqual(plain);
    expect(decodeText(Buffer.from(`\uFEFF${sentence}`))).toEqual(plain);
    expect(decodeText(Buffer.from(sentence), "gb2312")).toEqual(plain);
    expect(decodeText(new Uint8Array())).toEqual({ text: "", charset: "utf-8", replaced: 0 });
  });

  test("reads anything else Chinese as GB18030, whatever is declared", () => {
    for (const declared of [undefined, null, "gbk", "utf-8", "iso-8859-1", "utf8mb4", "big5"]) {
      const { text, charset, replaced } = decodeText(gb, declared);
      expect([charset, replaced]).toEqual(["gb18030", 0]);
      expect(text).toMatch(/^政.信息公开，1布$/u);
    }
  });

  test("reads the four-byte characters of GB18030, which GBK lacks", () => {
    const rare = Buffer.from([0xd5, 0xfe, 0x82, 0x35, 0x8f, 0x33]);
    expect(decodeText(rare)).toEqual({ text: "政\u9FA6", charset: "gb18030", replaced: 0 });
  });

  test("reads Big5 only where it is declared", () => {
    expect(decodeText(big5, "big5").charset).toBe("big5");
    expect(decodeText(big5, "Big5-HKSCS").text).toContain("政府資訊");
    expect(decodeText(big5).charset).toBe("gb18030");
  });

  test("finds Big5 declared in the page", () => {
    const page = Buffer.concat([Buffer.from('<meta charset="big5">'), big5]);
    expect(decodeText(page).charset).toBe("big5");
  });

  test.each(["utf-16le", "utf-16be"] as const)(
    "reads %s by mark and by its NUL bytes",
    (charset) => {
      const little = Buffer.from(`<p>${sentence}</p>\n`, "utf16le");
      const bytes = charset === "utf-16le" ? little : Buffer.from(little).swap16();
      const mark = charset === "utf-16le" ? [0xff, 0xfe] : [0xfe, 0xff];
      const read = { text: `<p>${sentence}</p>\n`, charset, replaced: 0 };
      expect(decodeText(bytes)).toEqual(read);
      expect(decodeText(Buffer.concat([Buffer.from(mark), bytes]))).toEqual(read);
    },
  );

  test("keeps UTF-8 with a broken byte and counts it", () => {
    const long = Buffer.from(sentence.repeat(20));
    const broken = Buffer.concat([long, Buffer.from([0xff]), long]);
    expect(decodeText(broken)).toEqual({
      text: `${sentence.repeat(20)}\uFFFD${sentence.repeat(20)}`,
      charset: "utf-8",
      replaced: 1,
    });
    expect(decodeText(long.subarray(0, -1))).toMatchObject({ charset: "utf-8", replaced: 1 });
  });

  test("puts U+FFFD for U+0000, which no text holds, at its place", () => {
    expect(decodeText(Buffer.from("申请\u000012件"))).toEqual({
      text: "申请\uFFFD12件",
      charset: "utf-8",
      replaced: 1,
    });
  });

  test("looks past a long head of ASCII before it decides", () => {
    const head = Buffer.from("<script>/* a */</script>\n".repeat(5000));
    expect(decodeText(Buffer.concat([head, gb])).charset).toBe("gb18030");
  });

  test("reads back any text from UTF-8, and any bytes without throwing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.includes("\0") && !text.startsWith("\uFEFF"));
        expect(decodeText(Buffer.from(text)).text).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { text, replaced } = decodeText(bytes);
        expect(replaced).toBeLessThanOrEqual(text.length);
        expect(text).not.toMatch(/\p{Surrogate}/u);
        expect(text).not.toContain("\0");
      }),
    );
  });
});

test.each([
  ['<meta charset="gb2312">', "gb2312"],
  ["<META http-equiv=Content-Type content='text/html; charset=GBK'>", "GBK"],
  ['<?xml version="1.0" encoding="utf-8"?>', "utf-8"],
  ["<p>none</p>", null],
])("%s declares %s", (page, charset) => {
  expect(findDeclaredCharset(Buffer.from(page))).toBe(charset);
});
