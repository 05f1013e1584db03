import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArchiveDamaged } from "../../corpus/archive/archive-damaged.ts";
import { ArchiveUnwritable } from "../../corpus/archive/archive-unwritable.ts";
import { buildDigest } from "../../corpus/archive/build-digest.ts";
import { openArchive } from "../../corpus/archive/open-archive.ts";
import { loadCopies } from "../../corpus/store/archive-records.ts";
import { openTestArchive, type TestArchive } from "./open-test-archive.ts";

let test: TestArchive;
beforeAll(async () => {
  test = await openTestArchive({ rolloverBytes: 20_000 });
});
afterAll(async () => test.close());

async function collect(stream: AsyncIterable<Buffer> | null): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("the archive", () => {
  it("gives back any bytes by their digest, whole and as a stream", async () => {
    const { archive } = test;
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const digest = await archive.write(bytes);
        expect(digest).toBe(buildDigest(bytes));
        expect(await archive.has(digest)).toBe(true);
        expect(Buffer.from((await archive.read(digest)) ?? [])).toEqual(Buffer.from(bytes));
        expect(await collect(await archive.stream(digest))).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 30 },
    );
  });

  it("gives back what looks like records and heads within", async () => {
    for (const text of [
      "\r\n\r\n",
      "WARC/1.1\r\n\r\n\r\n\r\n",
      "",
      "\r\n\r\n\r\n\r\nHTTP/1.1 200 OK",
    ]) {
      const digest = await test.archive.write(Buffer.from(text));
      expect(Buffer.from((await test.archive.read(digest)) ?? []).toString()).toBe(text);
      expect((await collect(await test.archive.stream(digest))).toString()).toBe(text);
    }
  });

  it("knows what it does not hold", async () => {
    expect(await test.archive.has("0".repeat(64))).toBe(false);
    expect(await test.archive.read("0".repeat(64))).toBeNull();
    expect(await test.archive.stream("0".repeat(64))).toBeNull();
  });

  it("takes the same bytes from many writers at once and keeps them once", async () => {
    const bytes = Buffer.from("同一份报告");
    const digests = await Promise.all(Array.from({ length: 20 }, () => test.archive.write(bytes)));
    expect(new Set(digests).size).toBe(1);
    expect(await loadCopies(test.store, buildDigest(bytes))).toHaveLength(1);
  });

  it("goes on in another file when one is full, and names complete ones as such", async () => {
    for (let at = 0; at < 30; at += 1) {
      await test.archive.write(Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * at) % 251)));
    }
    const names = test.listNames().filter((name) => !name.endsWith(".lock"));
    expect(
      names.filter((name) => /^gongkai-\d{14}-[0-9a-f]{12}\.warc\.gz$/u.test(name)).length,
    ).toBeGreaterThan(0);
    expect(names.filter((name) => name.endsWith(".open")).length).toBeLessThanOrEqual(1);
  });

  it("keeps no path of the operator, only the name of a file", async () => {
    const digest = await test.archive.write(Buffer.from("报告"), {
      file: "/home/li/机密/报告 1.html",
    });
    const [record] = await loadCopies(test.store, digest);
    expect(record?.target).toBe("file:///%E6%8A%A5%E5%91%8A%201.html");
  });

  it("never lets a digest lead out of its folder", async () => {
    await expect(test.archive.read("../../etc/passwd")).rejects.toThrow(TypeError);
  });

  it("can be read while it is written, by another", async () => {
    const digest = await test.archive.write(Buffer.from("刚写下"));
    const other = await test.openAgain();
    expect(Buffer.from((await other.read(digest)) ?? []).toString()).toBe("刚写下");
    await other.close();
  });
});

describe("a damaged archive", () => {
  it("says so of a changed record, and takes the same bytes anew", async () => {
    const own = await openTestArchive();
    const bytes = Buffer.from("原文".repeat(50));
    const digest = await own.archive.write(bytes);
    await own.archive.close();
    const [record] = await loadCopies(own.store, digest);
    const path = join(own.folder, record?.file ?? "");
    const file = readFileSync(path);
    file[(record?.offset ?? 0) + 40] = 255 - (file[(record?.offset ?? 0) + 40] ?? 0);
    writeFileSync(path, file);
    await expect(own.archive.read(digest)).rejects.toThrow(ArchiveDamaged);
    await own.archive.write(bytes);
    expect(Buffer.from((await own.archive.read(digest)) ?? [])).toEqual(bytes);
    await own.close();
  });

  it("says so of a file that is gone or cut off", async () => {
    const own = await openTestArchive();
    const digest = await own.archive.write(Buffer.from("原文"));
    await own.archive.close();
    const [record] = await loadCopies(own.store, digest);
    truncateSync(join(own.folder, record?.file ?? ""), 10);
    await expect(own.archive.read(digest)).rejects.toThrow(/archive verify/u);
    await own.close();
  });
});

describe("loose originals of before", () => {
  it("are read, checked, and moved into a WARC file", async () => {
    const own = await openTestArchive();
    const bytes = Buffer.from("以前的原件");
    const digest = buildDigest(bytes);
    const path = join(own.folder, digest.slice(0, 2), digest.slice(2, 4));
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, digest), bytes);
    expect(await own.archive.has(digest)).toBe(true);
    expect(await collect(await own.archive.stream(digest))).toEqual(bytes);
    expect(await own.archive.adopt(digest)).toBe(true);
    expect(await own.archive.loose.has(digest)).toBe(false);
    expect(Buffer.from((await own.archive.read(digest)) ?? [])).toEqual(bytes);
    await own.close();
  });

  it("are never moved when they were changed", async () => {
    const own = await openTestArchive();
    const digest = buildDigest(Buffer.from("原件"));
    const path = join(own.folder, digest.slice(0, 2), digest.slice(2, 4));
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, digest), "改过");
    await expect(own.archive.read(digest)).rejects.toThrow(ArchiveDamaged);
    await expect(own.archive.adopt(digest)).rejects.toThrow(ArchiveDamaged);
    expect(readFileSync(join(path, digest), "utf8")).toBe("改过");
    await own.close();
  });
});

describe("an archive that cannot be written", () => {
  it("says what to do, and holds what it held", async () => {
    const own = await openTestArchive();
    writeFileSync(join(own.folder, "..", "file"), "x");
    const folder = join(own.folder, "..", "file", "archive");
    const archive = await openArchive({ folder, store: own.store });
    const error = await archive.write(Buffer.from("a")).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ArchiveUnwritable);
    expect(String(error)).toMatch(
      /cannot be written: a file stands where a folder should be\. Move it away/u,
    );
    await own.close();
  });
});

it("keeps what the store did not take, for the next opening to tell it", async () => {
  const own = await openTestArchive();
  await own.archive.write(Buffer.from("before"));
  const refuse =
    "create trigger refuse before insert on archive_record begin select raise(abort, 'no'); end";
  await sql.raw(refuse).execute(own.store.db);
  await expect(own.archive.write(Buffer.from("lost?"))).rejects.toThrow("no");
  await sql.raw("drop trigger refuse").execute(own.store.db);
  const after = await own.archive.write(Buffer.from("after"));
  const again = await own.openAgain();
  for (const text of ["before", "lost?", "after"]) {
    const bytes = await again.read(buildDigest(Buffer.from(text)));
    expect(Buffer.from(bytes ?? []).toString()).toBe(text);
  }
  expect(await loadCopies(own.store, after)).toHaveLength(1);
  await own.close();
});

it("begins each file with who wrote it", async () => {
  const own = await openTestArchive({ info: { operator: "测试", robots: "obey" } });
  await own.archive.write(Buffer.from("a"));
  await own.archive.close();
  const [name] = own.listNames();
  const text = gunzipSync(readFileSync(join(own.folder, name ?? ""))).toString();
  expect(own.listNames()).toEqual([expect.stringMatching(/\.warc\.gz$/u)]);
  expect(text).toMatch(/^WARC\/1\.1\r\n/u);
  expect(text).toContain(`WARC-Filename: ${name}`);
  expect(text).toMatch(/software: gongkai\/\d/u);
  expect(text).toContain("operator: 测试");
  await own.close();
});
