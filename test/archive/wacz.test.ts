import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AsyncIterReader, CDXIndexer } from "warcio";
import { z } from "zod";
import { ArchiveDamaged } from "../../corpus/archive/archive-damaged.ts";
import { buildDigest } from "../../corpus/archive/build-digest.ts";
import type { CapturedPage } from "../../corpus/archive/wacz/captured-page.ts";
import { exportWacz } from "../../corpus/archive/wacz/export-wacz.ts";
import { buildExchange } from "./build-exchange.ts";
import { openTestArchive, type TestArchive } from "./open-test-archive.ts";
import { readWarc } from "./read-warc.ts";

let test: TestArchive;
beforeEach(async () => {
  test = await openTestArchive();
});
afterEach(async () => test.close());

const now = new Date("2024-03-01T00:00:00.000Z");
const packageSchema = z.object({
  profile: z.literal("data-package"),
  wacz_version: z.literal("1.1.1"),
  title: z.string(),
  resources: z.array(
    z.object({ name: z.string(), path: z.string(), hash: z.string(), bytes: z.int() }),
  ),
});

/** Fetches a page into the archive, and gives its capture. */
async function capture(
  path: string,
  { text = path, coded = false, startedAt = "2024-01-20T00:00:00.000Z", method = "GET" } = {},
): Promise<CapturedPage> {
  const url = `http://www.qingshan.gov.test/${path}`;
  const content = Buffer.from(text);
  const headers = [
    ["Content-Type", "text/html; charset=gbk"],
    ...(coded ? ([["Content-Encoding", "gzip"]] as const) : []),
  ] as const;
  const request = {
    method,
    body: method === "POST" ? Buffer.from("area=1&year=2023") : null,
    headers: [["Content-Type", "application/x-www-form-urlencoded"]] as const,
  };
  const body = coded ? gzipSync(content) : content;
  const exchange = buildExchange({ url, body, headers, startedAt, request });
  const digest = buildDigest(content);
  await test.archive.writeVisit({ exchanges: [exchange], content, digest, metadata: { via: "x" } });
  return {
    digest,
    address: url,
    title: `${path} 年报`,
    capturedAt: startedAt,
    bytes: content.byteLength,
  };
}

async function pack(captures: readonly CapturedPage[], mostPlainLines = 50_000) {
  const out = join(test.folder, "..", "out.wacz");
  const job = { captures, title: "青山县 2023", out, now, mostPlainLines };
  const result = await exportWacz(test.archive, job);
  const zip = readFileSync(out);
  expect(zip.byteLength).toBe(result.bytes);
  return { result, zip, files: unzipSync(zip) };
}

async function listWarcioIndex(warc: Uint8Array): Promise<readonly string[]> {
  const indexer = new CDXIndexer({ format: "cdxj" });
  const lines: string[] = [];
  const source = [{ filename: "data.warc.gz", reader: new AsyncIterReader([warc]) }];
  for await (const found of indexer.iterIndex(source)) lines.push(indexer.serialize(found));
  return lines.toSorted();
}

describe("a WACZ", () => {
  it("holds the records of its captures to the byte, and no others", async () => {
    const pages = [
      await capture("a", { coded: true }),
      await capture("b"),
      await capture("c", { method: "POST" }),
    ];
    await capture("other");
    const { files, result } = await pack(pages);
    expect(result).toMatchObject({ pages: 3 });
    const warc = files["archive/data.warc.gz"] ?? new Uint8Array();
    const records = await readWarc(warc);
    expect(records.map(({ type }) => type)).toEqual([
      "warcinfo",
      ...Array.from({ length: 3 }, () => ["response", "request", "metadata"]).flat(),
    ]);
    expect(records.map(({ target }) => target).join(" ")).not.toContain("other");
    await test.archive.close();
    const [name = ""] = test.listNames();
    const original = readFileSync(join(test.folder, name));
    const index = Buffer.from(files["indexes/index.cdxj"] ?? []).toString();
    for (const line of index.trimEnd().split("\n")) {
      const place = JSON.parse(line.slice(line.indexOf("{"))) as { offset: string; length: string };
      const member = warc.subarray(
        Number(place.offset),
        Number(place.offset) + Number(place.length),
      );
      expect(gunzipSync(member).toString("latin1")).toMatch(/^WARC\/1\.1\r\n/u);
      expect(original.includes(Buffer.from(member))).toBe(true);
    }
  });

  it("is indexed as warcio's own indexer would", async () => {
    const pages = [
      await capture("b?x=1"),
      await capture("a", { coded: true }),
      await capture("c", { method: "POST" }),
    ];
    const { files } = await pack(pages);
    const lines = Buffer.from(files["indexes/index.cdxj"] ?? []).toString();
    const expected = await listWarcioIndex(files["archive/data.warc.gz"] ?? new Uint8Array());
    expect(lines).toBe(expected.join(""));
    expect(lines).toContain("test,gov,qingshan)/a 20240120000000 {");
    expect(lines).toContain("__wb_method=post");
  });

  it("brings along what a revisit refers to", async () => {
    await capture("first", { text: "同一份" });
    const again = await capture("again", { text: "同一份", startedAt: "2024-02-01T00:00:00.000Z" });
    const { files } = await pack([again]);
    const records = await readWarc(files["archive/data.warc.gz"] ?? new Uint8Array());
    const bearing = records.filter(({ type }) => type === "response" || type === "revisit");
    expect(bearing.map(({ type, target }) => [type, target?.split("/").at(-1)])).toEqual([
      ["response", "first"],
      ["revisit", "again"],
    ]);
    const pages = Buffer.from(files["pages/pages.jsonl"] ?? [])
      .toString()
      .split("\n");
    expect(JSON.parse(pages[1] ?? "")).toMatchObject({
      url: again.address,
      ts: "2024-02-01T00:00:00.000Z",
    });
  });

  it("says of each of its files how long it is and what its digest is, and stores them", async () => {
    const { files, zip } = await pack([await capture("a")]);
    const manifest = files["datapackage.json"] ?? new Uint8Array();
    const { resources } = packageSchema.parse(JSON.parse(Buffer.from(manifest).toString()));
    expect(resources.map(({ path }) => path)).toEqual([
      "archive/data.warc.gz",
      "indexes/index.cdxj",
      "pages/pages.jsonl",
    ]);
    for (const { path, hash, bytes } of resources) {
      const file = files[path] ?? new Uint8Array();
      expect([hash, bytes]).toEqual([`sha256:${buildDigest(file)}`, file.byteLength]);
      expect(zip.includes(Buffer.from(file))).toBe(true);
    }
    expect(JSON.parse(Buffer.from(files["datapackage-digest.json"] ?? []).toString())).toEqual({
      path: "datapackage.json",
      hash: `sha256:${createHash("sha256").update(manifest).digest("hex")}`,
    });
    const [head] = Buffer.from(files["pages/pages.jsonl"] ?? [])
      .toString()
      .split("\n");
    expect(JSON.parse(head ?? "")).toMatchObject({ format: "json-pages-1.0", id: "pages" });
  });

  it("with a long index has it in blocks that can be found", async () => {
    const pages = [await capture("a"), await capture("b")];
    const { files } = await pack(pages, 1);
    const blocks = files["indexes/index.cdx.gz"] ?? new Uint8Array();
    const [meta, line] = Buffer.from(files["indexes/index.idx"] ?? [])
      .toString()
      .split("\n");
    expect(meta).toContain("cdxj-gzip-1.0");
    const place = JSON.parse(line?.slice(line.indexOf("{")) ?? "") as {
      offset: number;
      length: number;
    };
    const block = blocks.subarray(place.offset, place.offset + place.length);
    expect(gunzipSync(block).toString().split("\n")).toHaveLength(3);
  });

  it("takes files from disk and single files of before", async () => {
    const bytes = Buffer.from("从磁盘导入");
    const digest = await test.archive.write(bytes, { file: "2023.html" });
    const page = {
      digest,
      address: "http://a.test/",
      title: "t",
      capturedAt: now.toISOString(),
      bytes: 1,
    };
    const { files } = await pack([page]);
    const records = await readWarc(files["archive/data.warc.gz"] ?? new Uint8Array());
    expect(records.map(({ type, target }) => [type, target]).at(-1)).toEqual([
      "resource",
      "file:///2023.html",
    ]);
  });

  it("is not written where a page is lost", async () => {
    const page = await capture("a");
    await test.archive.close();
    for (const name of test.listNames()) rmSync(join(test.folder, name));
    await expect(pack([page])).rejects.toThrow(ArchiveDamaged);
    await expect(pack([{ ...page, digest: "0".repeat(64) }])).rejects.toThrow(ArchiveDamaged);
    expect(existsSync(join(test.folder, "..", "out.wacz"))).toBe(false);
    expect(existsSync(join(test.folder, "..", "out.wacz.part"))).toBe(false);
  });
});
