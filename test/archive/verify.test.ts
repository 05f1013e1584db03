import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildDigest } from "../../corpus/archive/build-digest.ts";
import { type VerifyResult, verifyArchive } from "../../corpus/archive/verify-archive.ts";
import type { ArchiveFault } from "../../corpus/archive/verify-file.ts";
import { loadCopies } from "../../corpus/store/archive-records.ts";
import { buildExchange } from "./build-exchange.ts";
import { openTestArchive, type TestArchive } from "./open-test-archive.ts";

let test: TestArchive;
let digests: readonly string[];
beforeEach(async () => {
  test = await openTestArchive();
  const written: string[] = [];
  for (let at = 0; at < 20; at += 1) {
    const content = Buffer.from(`<p>${"年报".repeat(at * 40)}${at}</p>`);
    const url = `http://www.qingshan.gov.test/${at}`;
    const digest = buildDigest(content);
    const exchange = buildExchange({ url, body: content });
    await test.archive.writeVisit({ exchanges: [exchange], content, digest, metadata: {} });
    written.push(digest);
  }
  digests = written;
});
afterEach(async () => test.close());

async function verify(
  adopt = false,
): Promise<VerifyResult & { readonly faults: readonly ArchiveFault[] }> {
  const faults: ArchiveFault[] = [];
  const onFault = (fault: ArchiveFault) => void faults.push(fault);
  const result = await verifyArchive(test.archive, { adopt, onFault, onProgress: () => {} });
  return { ...result, faults };
}

async function find(at: number) {
  const [record] = await loadCopies(test.store, digests[at] ?? "");
  if (record === undefined) throw new Error("not indexed");
  return { ...record, path: join(test.folder, record.file) };
}

describe("verifying", () => {
  it("finds nothing wrong with what was written, complete or being written", async () => {
    expect(await verify()).toMatchObject({ files: 1, faults: [], loose: 0 });
    await test.archive.close();
    expect(await verify()).toMatchObject({ files: 1, records: 61, faults: [] });
  });

  it("finds every changed byte of a record, names it, and goes on behind it", async () => {
    await test.archive.close();
    const { path, offset, length } = await find(7);
    const whole = readFileSync(path);
    for (let at = offset + 10; at < offset + length; at += 17) {
      const changed = Buffer.from(whole);
      changed[at] = 255 - (changed[at] ?? 0);
      writeFileSync(path, changed);
      const { faults, records } = await verify();
      expect(faults).toEqual([
        {
          file: expect.any(String),
          offset,
          target: "http://www.qingshan.gov.test/7",
          fault: expect.any(String),
        },
      ]);
      expect(records).toBeGreaterThan(55);
    }
  });

  it("finds what lies beyond a cut, and a file that is gone", async () => {
    await test.archive.close();
    const { path, offset, length } = await find(18);
    truncateSync(path, offset + length - 3);
    const cut = await verify();
    expect(cut.faults.map(({ target }) => target)).toEqual([
      "http://www.qingshan.gov.test/18",
      "http://www.qingshan.gov.test/19",
    ]);
    rmSync(path);
    expect((await verify()).faults).toEqual([
      expect.objectContaining({ offset: null, fault: expect.stringContaining("gone") }),
    ]);
  });

  it("tells the index of records that it lost, when asked to", async () => {
    await test.archive.close();
    await test.store.db
      .deleteFrom("archive_record")
      .where("digest", "in", digests.slice(3, 9))
      .execute();
    expect((await verify()).faults).toHaveLength(6);
    expect((await verify(true)).faults).toEqual([]);
    expect((await verify()).faults).toEqual([]);
    expect(await test.archive.read(digests[5] ?? "")).not.toBeNull();
    const { visitOffset, offset, visitLength, length } = await find(5);
    expect([visitOffset, visitLength > length]).toEqual([offset, true]);
  });

  it("reads single files of before, and moves whole ones when asked to", async () => {
    const keepLoose = (content: string, name: string) => {
      const folder = join(test.folder, name.slice(0, 2), name.slice(2, 4));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), content);
    };
    keepLoose("完好", buildDigest(Buffer.from("完好")));
    keepLoose("改过", buildDigest(Buffer.from("原文")));
    expect(await verify()).toMatchObject({ loose: 2, adopted: 0, faults: [{ offset: null }] });
    expect(await verify(true)).toMatchObject({ loose: 2, adopted: 1, faults: [{ offset: null }] });
    expect(await verify(true)).toMatchObject({ loose: 1, adopted: 0 });
    expect(await test.archive.read(buildDigest(Buffer.from("完好")))).not.toBeNull();
  });
});
