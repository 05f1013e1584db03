import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { decodePage } from "../../../crawler/http/decode-page.ts";
import { fetchPage, writeAnswer } from "./fetch-from.ts";

const html =
  "<!DOCTYPE html><html><head><title>年报</title></head><body>政府信息公开</body></html>";
/** 年 is in GB2312 too; 㐂 and 𠮷 are in GB18030 alone, with four bytes each. */
const gb18030 = Buffer.concat([
  Buffer.from('<html><head><meta charset="gb2312"></head><body>', "latin1"),
  Buffer.from([0xc4, 0xea, 0x81, 0x39, 0xef, 0x31, 0x95, 0x34, 0xb2, 0x35]),
  Buffer.from("</body></html>", "latin1"),
]);

describe("wrong, bogus and missing headers", () => {
  const utf8 = Buffer.from(html);
  it.each([
    ["no content type", utf8, [], "utf-8", "年报"],
    ["UTF-8 declared as GBK", utf8, ["Content-Type: text/html; charset=gbk"], "utf-8", "年报"],
    [
      "GB18030 declared as UTF-8",
      gb18030,
      ["Content-Type: text/html; charset=utf-8"],
      "gb18030",
      "年㐂𠮷",
    ],
    ["GB18030 behind meta gb2312 alone", gb18030, ["Content-Type: text/html"], "gb18030", "年㐂𠮷"],
    [
      "a charset that nobody knows",
      gb18030,
      ["Content-Type: text/html; charset=utf8mb4"],
      "gb18030",
      "年㐂𠮷",
    ],
    [
      "a byte order mark",
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]),
      [],
      "utf-8",
      "年报",
    ],
    [
      "a page declared as binary",
      utf8,
      ["Content-Type: application/octet-stream"],
      "utf-8",
      "年报",
    ],
    [
      "lines that are no fields",
      utf8,
      ["X Y: 1", "nonsense", ": empty", "Folded: a", " b"],
      "utf-8",
      "年报",
    ],
  ])("survives %s", async (_name, ...given) => {
    const [body, fields, charset, words] = given;
    const page = await fetchPage(() => writeAnswer(body, { fields }));
    expect(page).toMatchObject({ mediaType: "text/html", charset });
    expect(decodePage(page).charset).toBe(charset);
    expect(decodePage(page).text).toContain(words);
    expect(decodePage(page).text).not.toContain("\uFFFD");
  });

  it.each([
    ["bare line feeds", "HTTP/1.1 200 OK\nContent-Type: text/html\n\n<html>a"],
    ["no reason", "HTTP/1.0 200\r\n\r\n<html>a"],
    ["blank lines first", "\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<html>a"],
    ["an interim answer", "HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<html>a"],
    ["a length that is none", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n<html>a"],
    ["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nContent-Length: 7\r\n\r\n<html>a"],
    [
      "length and chunks",
      "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n<html>a\r\n0\r\n\r\n",
    ],
    ["identity coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\n<html>a"],
  ])("reads an answer with %s", async (_name, answer) => {
    const page = await fetchPage(() => answer);
    expect(Buffer.from(page.content).toString()).toBe("<html>a");
  });

  it.each([
    ['{"data": [{"title": "<table>年报</table>"}]}', "text/html", "application/json"],
    ["[1, 2", "application/json", "application/json"],
    ['callback({"a": 1});', "text/html", "application/javascript"],
    [
      '<?xml version="1.0"?><datastore><record><![CDATA[<table>]]></record></datastore>',
      "text/html",
      "application/xml",
    ],
    ["<recordset><record><![CDATA[<li><a>]]></record></recordset>", "text/xml", "application/xml"],
    ['<?xml version="1.0"?><!DOCTYPE html><html><body>a</body></html>', "text/html", "text/html"],
    ["User-agent: *\nDisallow: /", "text/html", "text/plain"],
    ["%PDF-1.4\n%%EOF", "text/html", "application/pdf"],
  ])("tells what %j is", async (body, declared, mediaType) => {
    const page = await fetchPage(() =>
      writeAnswer(body, { fields: [`Content-Type: ${declared}`] }),
    );
    expect(page.mediaType).toBe(mediaType);
    expect(page.charset).toBe(mediaType === "application/pdf" ? null : "utf-8");
  });
});
