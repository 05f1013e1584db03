import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { detectMediaType, isText } from "../corpus/media-type.ts";

const text = (words: string) => Buffer.from(words);
const bytes = (hex: string) => Buffer.from(hex, "hex");
const zip = (member: string) =>
  Buffer.concat([text("PK\u0003\u0004"), Buffer.alloc(26), text(member)]);
const ole = (stream: string) =>
  Buffer.concat([bytes("d0cf11e0a1b11ae1"), Buffer.alloc(504), Buffer.from(stream, "utf16le")]);
const office = "application/vnd.openxmlformats-officedocument";

test.each([
  ["nothing", text(""), "text/plain"],
  ["a sentence", text("蓟州区官庄镇2024年报告\n一、总体情况"), "text/plain"],
  ["a sentence in GB18030", bytes("d5fed0c5cfa2b9abbfaa"), "text/plain"],
  ["text that compares", text("1 < 2 且 3 > 2"), "text/plain"],
  ["a page", text("<!DOCTYPE html><html><body>x</body></html>"), "text/html"],
  ["a page after a comment and blank lines", text("\n\n<!-- x -->\n<HTML>"), "text/html"],
  ["a fragment", text("<p>一、总体情况</p>"), "text/html"],
  ["a bare table behind words", text("报告 <table border=1><tr><td>1"), "text/html"],
  ["an XHTML page", text('<?xml version="1.0"?><html xmlns="x">'), "text/html"],
  ["a page in UTF-16", Buffer.from("\uFEFF<html><p>年报</p>", "utf16le"), "text/html"],
  ["XML", text('<?xml version="1.0"?><recordset/>'), "application/xml"],
  ["a PDF", text("%PDF-1.7\n%\u0080"), "application/pdf"],
  ["a PDF behind junk", text("\r\n\r\n%PDF-1.4\n"), "application/pdf"],
  ["a ZIP", zip("a.txt"), "application/zip"],
  ["a Word document", zip("word/document.xml"), `${office}.wordprocessingml.document`],
  ["an Excel workbook", zip("xl/workbook.xml"), `${office}.spreadsheetml.sheet`],
  ["an OFD document", zip("OFD.xml"), "application/ofd"],
  [
    "an OpenDocument text",
    Buffer.concat([
      text("PK\u0003\u0004"),
      Buffer.alloc(26),
      text("mimetypeapplication/vnd.oasis.opendocument.textPK"),
    ]),
    "application/vnd.oasis.opendocument.text",
  ],
  ["an old Word document", ole("WordDocument"), "application/msword"],
  ["an old Excel workbook", ole("Workbook"), "application/vnd.ms-excel"],
  ["another OLE file", ole("Other"), "application/x-ole-storage"],
  ["RTF", text("{\\rtf1\\ansi"), "application/rtf"],
  ["PNG", bytes("89504e470d0a1a0a0000"), "image/png"],
  ["JPEG", bytes("ffd8ffe000104a46"), "image/jpeg"],
  ["GIF", text("GIF89a"), "image/gif"],
  ["gzip", bytes("1f8b0800"), "application/gzip"],
  ["a program", bytes("7f454c4602010100000000000000000003003e00"), "application/octet-stream"],
  ["noise", bytes("00ff13c7fe80029988ff000180fffe1000"), "application/octet-stream"],
])("%s is %3$s", (_, content, type) => {
  expect(detectMediaType(content)).toBe(type);
});

test.each([
  ["text/html", true],
  ["text/plain", true],
  ["application/xml", true],
  ["application/pdf", false],
  ["application/msword", false],
  [`${office}.wordprocessingml.document`, false],
])("%s is text: %s", (type, expected) => {
  expect(isText(type)).toBe(expected);
});

test("any bytes have some type, and Chinese text is never binary", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
      expect(detectMediaType(content)).toMatch(/^[a-z]+\/[\w.+-]+$/u);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom("年", "报", "1", "，", " ", "\n", "<", ">")), (words) => {
      expect(detectMediaType(text(words.join("")))).toMatch(/^text\//u);
    }),
  );
});

test("bytes have the same type wherever they begin in their buffer", () => {
  const workbook = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(504),
    Buffer.from("Workbook", "utf16le"),
  ]);
  for (const offset of [0, 1, 2, 3, 771]) {
    const bytes = new Uint8Array(new ArrayBuffer(workbook.length + offset), offset);
    bytes.set(workbook);
    expect(detectMediaType(bytes)).toBe("application/vnd.ms-excel");
  }
});
