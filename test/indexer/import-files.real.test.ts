import { appendFileSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openArchive } from "../../corpus/archive/open-archive.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { openStore, type Store } from "../../corpus/store/open-store.ts";
import { demoDivisions, listDemoFiles } from "../../demo/list-demo.ts";
import { importFile, type ImportOutcome } from "../../indexer/import-file.ts";
import { importFiles } from "../../indexer/import-files.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-import-many-"));
afterAll(() => rmSync(folder, { recursive: true }));

const known = { address: null, agency: null, year: null, demo: false };
const divisionLists = [demoDivisions];
const gazetteer = loadGazetteer(divisionLists);
const files = writeMany(65).map((file) => ({ file, ...known }));

/**
 * Copies of the demo reports: the same bytes, other versions of the same report, broken files, and large ones before
 * small ones, so that threads do not end in the order of the files.
 */
function writeMany(count: number): readonly string[] {
  const demo = listDemoFiles();
  return Array.from({ length: count }, (_, at) => {
    const { file } = demo[at % demo.length] ?? { file: "" };
    const copy = join(folder, `${at}-${basename(file)}`);
    if (at % 29 === 1) writeFileSync(copy, "%PDF-1.7 broken");
    else copyFileSync(file, copy);
    if (at % 3 === 0) appendFileSync(copy, `\n${" ".repeat(at % 2 === 0 ? 2_000_000 : at)}`);
    return copy;
  });
}

/** A store and an archive of their own, with a clock that counts. */
async function openTargets(name: string) {
  let seconds = 0;
  const store = await openStore({ file: join(folder, `${name}.db`) });
  return {
    store,
    archive: await openArchive({ folder: join(folder, name), store }),
    gazetteer,
    readClock: () => new Date(Date.UTC(2024, 0) + 1000 * seconds++).toISOString(),
  };
}

async function collect(
  outcomes: AsyncIterable<ImportOutcome>,
  most = Infinity,
): Promise<readonly ImportOutcome[]> {
  const all: ImportOutcome[] = [];
  for await (const outcome of outcomes) {
    all.push(outcome);
    if (all.length === most) break;
  }
  return all;
}

async function dump({ db }: Store) {
  return {
    captures: await db.selectFrom("capture").selectAll().orderBy("id").execute(),
    reports: await db.selectFrom("report").selectAll().orderBy("id").execute(),
    versions: await db.selectFrom("version").selectAll().orderBy("id").execute(),
    facts: await db
      .selectFrom("fact")
      .selectAll()
      .orderBy("version_id")
      .orderBy("position")
      .execute(),
  };
}

async function listArchive({ db }: Store): Promise<readonly string[]> {
  const rows = await db.selectFrom("archive_record").select("digest").orderBy("digest").execute();
  return rows.map((row) => row.digest);
}

describe("importing many files", () => {
  it("leaves what importing them one by one leaves, to the row and the version", async () => {
    const [many, single] = [await openTargets("many"), await openTargets("single")];
    const outcomes = await collect(importFiles({ files, divisionLists }, many));
    const expected: ImportOutcome[] = [];
    for (const file of files) expected.push(await importFile(file, single));
    expect(outcomes).toEqual(expected);
    expect(outcomes.filter(({ state }) => state === "refused").length).toBe(3);
    expect(outcomes.filter(({ state }) => state === "version").length).toBeGreaterThan(10);
    expect(await dump(many.store)).toEqual(await dump(single.store));
    expect(await listArchive(many.store)).toEqual(await listArchive(single.store));
    await Promise.all([many.archive.close(), single.archive.close()]);
    await Promise.all([many.store.close(), single.store.close()]);
  });

  it("goes on where it was left", async () => {
    const [targets, whole] = [await openTargets("left"), await openTargets("whole")];
    const before = await collect(importFiles({ files, divisionLists }, targets), 20);
    expect(before.length).toBe(20);
    const after = await collect(importFiles({ files, divisionLists }, targets));
    const taken = new Set(before.map((outcome) => "reportId" in outcome && outcome.reportId));
    const isNew = ({ state }: ImportOutcome) => state === "new";
    expect(
      after.filter(
        (outcome) => isNew(outcome) && "reportId" in outcome && taken.has(outcome.reportId),
      ),
    ).toEqual([]);
    await collect(importFiles({ files, divisionLists }, whole));
    expect(await listArchive(targets.store)).toEqual(await listArchive(whole.store));
    await Promise.all([targets.archive.close(), whole.archive.close()]);
    await Promise.all([targets.store.close(), whole.store.close()]);
  });

  it("gives no more once it is asked to stop", async () => {
    const targets = await openTargets("stopped");
    const stopping = new AbortController();
    const outcomes = importFiles({ files, divisionLists, stop: stopping.signal }, targets);
    await outcomes.next();
    stopping.abort();
    expect(await collect(outcomes)).toEqual([]);
    await targets.store.close();
  });

  it("throws what is no fault of a file", async () => {
    const targets = await openTargets("closed");
    await targets.store.close();
    const outcomes = importFiles({ files, divisionLists }, targets);
    await expect(collect(outcomes)).rejects.toThrow(/closed|destroyed|not open/u);
  });
});
