import { Buffer } from "node:buffer";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildRequest } from "../../../corpus/address.ts";
import { decodePage } from "../../../crawler/http/decode-page.ts";
import { fetchFailure, fetchPage, host, writeAnswer } from "./fetch-from.ts";

const html =
  "<!DOCTYPE html><html><head><title>年报</title></head><body>政府信息公开</body></html>";

describe("content codings", () => {
  it.each([
    ["gzip", gzipSync(html), "Content-Encoding: gzip"],
    ["gzip that nobody declared", gzipSync(html), "X-A: b"],
    ["gzip twice, declared once", gzipSync(gzipSync(html)), "Content-Encoding: gzip"],
    ["deflate", deflateSync(html), "Content-Encoding: deflate"],
    ["deflate without its frame", deflateRawSync(html), "Content-Encoding: deflate"],
    ["br", brotliCompressSync(html), "Content-Encoding: br"],
    ["br over gzip", brotliCompressSync(gzipSync(html)), "Content-Encoding: gzip, br"],
    ["gzip that was not done", Buffer.from(html), "Content-Encoding: gzip"],
    ["deflate that was not done", Buffer.from(html), "Content-Encoding: deflate"],
    ["br that was not done", Buffer.from(html), "Content-Encoding: br"],
    ["a coding that is a charset", Buffer.from(html), "Content-Encoding: utf-8"],
  ])("undoes %s", async (_name, body, field) => {
    const page = await fetchPage(() => writeAnswer(body, { fields: [field] }));
    expect(decodePage(page).text).toBe(html);
    expect(Buffer.from(page.exchanges[0].response.body)).toEqual(body);
  });

  it("leaves a file that is packed as it is", async () => {
    const body = gzipSync(html);
    const request = buildRequest(`http://${host}/files/report.tar.gz`);
    const page = await fetchPage(() => writeAnswer(body), { request });
    expect(Buffer.from(page.content)).toEqual(body);
    expect(page.mediaType).toBe("application/gzip");
  });

  it.each(["gzip", "deflate", "br"])("stops a bomb of %s", async (coding) => {
    const pack =
      { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[coding] ?? gzipSync;
    const bomb = pack(Buffer.alloc(5_000_000, 32));
    const failure = await fetchFailure(
      () => writeAnswer(bomb, { fields: [`Content-Encoding: ${coding}`] }),
      { client: { maxContentBytes: 1_000_000 } },
    );
    expect(failure).toMatchObject({ failure: "too-large", next: "give-up" });
  });

  it("tells of compression that breaks off or is damaged", async () => {
    const whole = gzipSync(Buffer.from(html.repeat(50).replaceAll("</html>", "")));
    const fields = ["Content-Encoding: gzip"];
    const cut = await fetchFailure(() => writeAnswer(whole.subarray(0, -30), { fields }));
    expect(cut).toMatchObject({ failure: "bad-response" });
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 20, 60);
    const broken = await fetchFailure(() => writeAnswer(damaged, { fields }));
    expect(broken).toMatchObject({ failure: "bad-response" });
    expect(broken.message).toContain("damaged");
  });
});
