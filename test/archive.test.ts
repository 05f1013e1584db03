import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { Archive, ArchiveDamaged, buildDigest } from "../corpus/archive.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-archive-"));
const archive = new Archive(folder);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the archive", () => {
  it("gives back any bytes by their digest", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const digest = await archive.write(bytes);
        expect(digest).toBe(buildDigest(bytes));
        expect(Buffer.from((await archive.read(digest)) ?? [])).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 30 },
    );
  });

  it("knows what it does not hold", async () => {
    expect(await archive.has("0".repeat(64))).toBe(false);
    expect(await archive.read("0".repeat(64))).toBeNull();
    expect(await archive.stream("0".repeat(64))).toBeNull();
  });

  it("takes the same bytes from many writers at once", async () => {
    const bytes = Buffer.from("同一份报告");
    const digests = await Promise.all(Array.from({ length: 20 }, () => archive.write(bytes)));
    expect(new Set(digests).size).toBe(1);
    const kept = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(kept.filter((name) => name.includes(buildDigest(bytes)))).toHaveLength(1);
    expect(kept.filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("says that a file was changed behind its back", async () => {
    const digest = await archive.write(Buffer.from("原文"));
    writeFileSync(join(folder, digest.slice(0, 2), digest.slice(2, 4), digest), "改过");
    await expect(archive.read(digest)).rejects.toThrow(ArchiveDamaged);
  });

  it("never lets a digest lead out of its folder", async () => {
    await expect(archive.read("../../etc/passwd")).rejects.toThrow(TypeError);
  });
});
