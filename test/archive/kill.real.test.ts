import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Archive } from "../../corpus/archive/archive.ts";
import { openArchive } from "../../corpus/archive/open-archive.ts";
import { verifyArchive } from "../../corpus/archive/verify-archive.ts";
import type { ArchiveFault } from "../../corpus/archive/verify-file.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { startWriter } from "./start-writer.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

let root: string;
let store: Store;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "gongkai-kill-"));
  store = await openEmptyStore(join(root, "gongkai.db"));
});
afterEach(async () => {
  await store.close();
  rmSync(root, { recursive: true });
});

async function open(): Promise<Archive> {
  return openArchive({ folder: join(root, "archive"), store });
}

async function listFaults(archive: Archive): Promise<readonly ArchiveFault[]> {
  const faults: ArchiveFault[] = [];
  const onFault = (fault: ArchiveFault) => void faults.push(fault);
  await verifyArchive(archive, { adopt: false, onFault, onProgress: () => {} });
  return faults;
}

async function listLost(archive: Archive, digests: readonly string[]): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const digest of digests) if ((await archive.read(digest)) === null) lost.push(digest);
  return lost;
}

function listUnfinished(): readonly string[] {
  return readdirSync(join(root, "archive")).filter((name) => !name.endsWith(".warc.gz"));
}

describe("a writer killed at any moment", { timeout: 3_600_000 }, () => {
  it("loses nothing that was acknowledged, and leaves files that are whole after the next opening", async () => {
    const acknowledged: string[] = [];
    const rounds = Number(process.env["GONGKAI_KILL_ROUNDS"] ?? 12);
    for (let round = 0; round < rounds; round += 1) {
      const writer = startWriter(root, { seed: String(round), rolloverBytes: 600_000 });
      await writer.hasWritten(1 + (round % 3));
      await sleep(Math.random() * 150);
      await writer.end("SIGKILL");
      acknowledged.push(...writer.list());
      const archive = await open();
      expect(listUnfinished()).toEqual([]);
      await archive.close();
    }
    const archive = await open();
    expect(await listFaults(archive)).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(rounds);
    expect(await listLost(archive, acknowledged)).toEqual([]);
    await archive.close();
  });

  it("does not cost another writer its file", async () => {
    const rolloverBytes = 1e9;
    const living = startWriter(root, { seed: "a", rolloverBytes });
    const dying = startWriter(root, { seed: "b", rolloverBytes });
    await Promise.all([living.hasWritten(5), dying.hasWritten(5)]);
    await dying.end("SIGKILL");
    const archive = await open();
    const before = living.list().length;
    expect(listUnfinished().filter((name) => name.endsWith(".open"))).toHaveLength(1);
    expect(await listFaults(archive)).toEqual([]);
    await living.hasWritten(before + 20);
    await living.end("SIGTERM");
    expect(listUnfinished()).toEqual([]);
    expect(await listFaults(archive)).toEqual([]);
    expect(await listLost(archive, [...living.list(), ...dying.list()])).toEqual([]);
    await archive.close();
  });

  it("leaves a torn record that is cut, and records that the index learns of", async () => {
    const writer = startWriter(root, { seed: "torn", rolloverBytes: 1e9 });
    await writer.hasWritten(30);
    await writer.end("SIGKILL");
    const name = listUnfinished().find((file) => file.endsWith(".open")) ?? "";
    appendFileSync(join(root, "archive", name), Buffer.from("1f8b08000000000000036b", "hex"));
    await store.db.deleteFrom("archive_record").where("record_offset", ">", 100_000).execute();
    const archive = await open();
    expect(listUnfinished()).toEqual([]);
    expect(await listFaults(archive)).toEqual([]);
    expect(await listLost(archive, writer.list())).toEqual([]);
    await archive.close();
  });
});
