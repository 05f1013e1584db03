import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { requestVisits } from "../../../corpus/store/schedule.ts";
import { buildDemoPortals } from "../../../demo/portal/demo-portals.ts";
import { startPortals } from "../../../demo/portal/start-portals.ts";
import { type FaultCorpus, openFaultCorpus } from "./open-fault-corpus.ts";
import { type ChildWishes, startCrawl, until } from "./start-crawl.ts";

const portals = buildDemoPortals().slice(0, 3);
const sources = portals.flatMap((portal) => portal.sources);
const truth = portals.flatMap((portal) => portal.truth);
const ids = sources.map(({ id }) => id);

interface Scene {
  readonly corpus: FaultCorpus;
  readonly given: ChildWishes;
  readonly countAsked: () => number;
}

async function openScene(): Promise<Scene> {
  const served = await startPortals(portals);
  onTestFinished(served.close);
  const corpus = await openFaultCorpus(sources);
  const given = { root: corpus.root, port: served.httpPort };
  return { corpus, given, countAsked: () => served.listAsked().length };
}

/** Crawls as if what waits to be tried again had waited long enough, and expects every report afterwards. */
async function finish({ corpus, given }: Scene): Promise<void> {
  const now = new Date().toISOString();
  await corpus.store.db
    .updateTable("address")
    .set({ due_at: now })
    .where("state", "=", "due")
    .execute();
  await requestVisits(corpus.store, ids, now);
  expect(await startCrawl(given).ended).toBe(0);
  expect(await corpus.listFaults()).toEqual([]);
  const held = await corpus.listHeld();
  const missing = truth.filter(({ addresses }) => !addresses.some((url) => held.has(url)));
  expect(missing.map(({ addresses }) => addresses[0])).toEqual([]);
}

async function countDisk({ store }: FaultCorpus): Promise<number> {
  const rows = await store.db
    .selectFrom("address")
    .where("failure", "=", "disk")
    .select(["id", "state", "reason"])
    .execute();
  expect(rows.filter(({ state }) => state !== "due")).toEqual([]);
  return rows.length;
}

describe("a crawl that cannot keep what it gets", { timeout: 600_000 }, () => {
  it("says so at each address where the archive cannot be written, and goes on once it can", async () => {
    const scene = await openScene();
    const { corpus, given } = scene;
    // A file lies where the folder should be: not even root can write there.
    const folder = join(corpus.root, "archive");
    writeFileSync(folder, "");
    const child = startCrawl(given);
    await until(async () => (await countDisk(corpus)) >= sources.length);
    expect(await child.ended).toBe(0);
    rmSync(folder);
    await finish(scene);
  });

  it.skipIf(process.platform === "win32")(
    "lives on when the disk is full, and goes on where there is room again",
    async () => {
      const scene = await openScene();
      // A limit on the size of each file stands for the full disk, for the archive and the store alike.
      const child = startCrawl({ ...scene.given, shell: "ulimit -f 700" });
      await child.hasPrinted(
        ({ type, failure, message }) =>
          failure === "disk" || (type === "trouble" && /full|disk|I\/O/iu.test(message ?? "")),
      );
      expect(await Promise.race([child.ended, sleep(2_000, "alive")])).toBe("alive");
      await child.kill("SIGTERM");
      await finish(scene);
    },
  );

  it("waits for a store that another process holds longer than anybody waits for it", async () => {
    const scene = await openScene();
    const child = startCrawl({ ...scene.given, words: ["--lock-wait", "1000"] });
    await until(() => scene.countAsked() > 30);
    const holder = new Database(join(scene.corpus.root, "gongkai.db"));
    holder.pragma("busy_timeout = 60000");
    holder.exec("BEGIN IMMEDIATE");
    await child.hasPrinted(({ message }) => message?.includes("locked") === true);
    holder.exec("ROLLBACK");
    holder.close();
    expect(await child.ended).toBe(0);
    const leases = await scene.corpus.store.db
      .selectFrom("host")
      .where("leased_by", "is not", null)
      .select("name")
      .execute();
    expect(leases).toEqual([]);
    await finish(scene);
  });
});
