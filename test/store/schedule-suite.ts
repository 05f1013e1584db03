import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildSourceState } from "../../corpus/build-source-state.ts";
import type { Source } from "../../corpus/source.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import type { RunCause } from "../../corpus/run.ts";
import { endOwner } from "../../corpus/store/end-owner.ts";
import { noteRefusal } from "../../corpus/store/source-refusals.ts";
import { beginRun, endRun, isUnfinished } from "../../corpus/store/runs.ts";
import {
  claimSource,
  listHalted,
  loadUnplanned,
  pauseSource,
  planVisit,
  requestVisits,
  resumeSource,
  resumeVisits,
  setSchedule,
} from "../../corpus/store/schedule.ts";
import { noCounts } from "../../corpus/store/source-counts.ts";
import { loadSourceRows } from "../../corpus/store/source-rows.ts";
import { removeSource, saveSources } from "../../corpus/store/sources.ts";

const source: Source = {
  id: "qingshan",
  division: "990101",
  agency: null,
  entry: "http://www.qingshan.gov.test/",
  kind: "portal",
  render: "http",
  notes: "虚构",
};

/** What the store must know of schedules and crawls, whichever database it stands on; skipped where that is not installed. */
export function describeSchedule(name: string, reset: (() => Promise<Store>) | null): void {
  const state = reset === null ? " (skipped: it is not installed)" : "";
  describe.skipIf(reset === null)(`schedules on ${name}${state}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await (reset as () => Promise<Store>)();
      await saveSources(store, [source, { ...source, id: "liuquan" }], "list");
    });
    afterEach(async () => {
      await store.close();
    });

    const wish = (seconds: number, night = false) => ({
      now: at(seconds),
      until: at(seconds + 120),
      night,
    });
    const begin = (seconds: number, sourceId = "qingshan") =>
      beginRun(store, { sourceId, cause: "schedule", now: at(seconds) });

    it("are auto for sources that somebody added and for the demo, and none for the list", async () => {
      await saveSources(store, [{ ...source, id: "added" }], "added");
      await saveSources(store, [{ ...source, id: "demo" }], "demo");
      const rows = await loadSourceRows(store);
      expect(rows.map(({ source, schedule }) => [source.id, schedule])).toEqual([
        ["added", "auto"],
        ["demo", "auto"],
        ["liuquan", null],
        ["qingshan", null],
      ]);
      await setSchedule(store, ["added"], null);
      await saveSources(store, [{ ...source, id: "added", notes: "again" }], "added");
      expect((await loadSourceRows(store, "added"))[0]?.schedule).toBeNull();
    });

    it("are set for the sources there are, and computed anew", async () => {
      expect(await setSchedule(store, ["qingshan", "nothing"], "every 7d")).toEqual(["qingshan"]);
      expect(await setSchedule(store, [], "every 7d")).toEqual([]);
      expect(await loadUnplanned(store)).toEqual([
        { id: "qingshan", schedule: "every 7d", last: null },
      ]);
      await planVisit(store, { id: "qingshan", schedule: "every 7d", nextAt: at(50) });
      expect(await loadUnplanned(store)).toEqual([]);
      await setSchedule(store, ["qingshan"], "auto");
      // Who computed by the schedule before comes too late.
      await planVisit(store, { id: "qingshan", schedule: "every 7d", nextAt: at(50) });
      expect((await loadUnplanned(store))[0]?.schedule).toBe("auto");
      const run = await begin(60);
      expect(await loadUnplanned(store)).toEqual([]);
      await endRun(store, { id: run, state: "done", now: at(70) });
      expect(await loadUnplanned(store)).toEqual([
        { id: "qingshan", schedule: "auto", last: at(70) },
      ]);
    });

    it("give each due source to one worker, what is asked for and what waits longest first", async () => {
      await setSchedule(store, ["qingshan"], "every 7d");
      await planVisit(store, { id: "qingshan", schedule: "every 7d", nextAt: at(50) });
      expect(await claimSource(store, wish(49))).toBeNull();
      await requestVisits(store, ["liuquan"], at(40));
      const first = await claimSource(store, wish(50));
      expect([first?.source.id, first?.cause]).toEqual(["liuquan", "request"]);
      const claims = await Promise.all([1, 2, 3, 4].map(() => claimSource(store, wish(51))));
      const held = claims.filter((claim) => claim !== null);
      expect(held.map(({ source, cause, schedule }) => [source.id, cause, schedule])).toEqual([
        ["qingshan", "schedule", "every 7d"],
      ]);
      expect(await claimSource(store, wish(52))).toBeNull();
    });

    it("give a source again when its crawl did not begin, and not while it goes on", async () => {
      await requestVisits(store, ["qingshan"], at(0));
      await claimSource(store, wish(0));
      expect(await claimSource(store, wish(119))).toBeNull();
      expect((await claimSource(store, wish(120)))?.source.id).toBe("qingshan");
      const run = await begin(121);
      expect(await claimSource(store, wish(500))).toBeNull();
      await endRun(store, { id: run, state: "done", now: at(501) });
      expect((await claimSource(store, wish(502)))?.source.id).toBe("qingshan");
    });

    it("keep auto to the day, but not the demo nor what a person asks for", async () => {
      await saveSources(store, [{ ...source, id: "demo" }], "demo");
      await setSchedule(store, ["qingshan"], "auto");
      for (const id of ["demo", "qingshan"])
        await planVisit(store, { id, schedule: "auto", nextAt: at(0) });
      expect((await claimSource(store, wish(1, true)))?.source.id).toBe("demo");
      expect(await claimSource(store, wish(1, true))).toBeNull();
      await requestVisits(store, ["qingshan"], at(2));
      expect((await claimSource(store, wish(2, true)))?.source.id).toBe("qingshan");
    });

    it("rest while a source is paused or removed; a crawl that was stopped goes on after", async () => {
      await requestVisits(store, ["qingshan", "liuquan"], at(0));
      expect([await pauseSource(store, "qingshan"), await pauseSource(store, "no")]).toEqual([
        true,
        false,
      ]);
      await removeSource(store, "liuquan");
      expect(await claimSource(store, wish(1))).toBeNull();
      expect(await listHalted(store, ["qingshan", "liuquan", "no"])).toHaveLength(2);
      expect(await requestVisits(store, ["liuquan"], at(1))).toEqual([]);
      expect(await resumeSource(store, "liuquan", at(1))).toBe(false);
      expect(await resumeSource(store, "qingshan", at(1))).toBe(true);
      await claimSource(store, wish(2));
      const run = await begin(2);
      await pauseSource(store, "qingshan");
      await endRun(store, { id: run, state: "stopped", now: at(3) });
      await resumeSource(store, "qingshan", at(4));
      expect((await loadSourceRows(store, "qingshan"))[0]?.wantedAt).toBe(at(4));
      const again = await begin(5);
      await endRun(store, { id: again, state: "done", now: at(6) });
      await claimSource(store, wish(7));
      await pauseSource(store, "qingshan");
      await resumeSource(store, "qingshan", at(8));
      expect((await loadSourceRows(store, "qingshan"))[0]?.wantedAt).toBeNull();
    });

    it("go on as what they were: a stopped retry stays one, until a person asks for more", async () => {
      const stop = async (cause: RunCause, seconds: number) => {
        const owner = "dead";
        const id = await beginRun(store, { sourceId: "qingshan", cause, owner, now: at(seconds) });
        await endRun(store, { id, state: "stopped", now: at(seconds + 1) });
      };
      const claim = async (seconds: number) => (await claimSource(store, wish(seconds)))?.cause;
      await stop("schedule", 0);
      await resumeVisits(store, ["qingshan"], at(2));
      expect(await claim(2)).toBe("request");
      await stop("retry", 3);
      await resumeVisits(store, ["qingshan"], at(5));
      expect((await loadSourceRows(store, "qingshan"))[0]?.wantedAs).toBe("retry");
      expect(await claim(5)).toBe("retry");
      await pauseSource(store, "qingshan");
      await resumeSource(store, "qingshan", at(6));
      expect(await claim(6)).toBe("retry");
      await beginRun(store, { sourceId: "qingshan", cause: "retry", owner: "dead", now: at(7) });
      await endOwner(store, { owner: "dead", now: at(8), hosts: [] });
      expect(await claim(8)).toBe("retry");
      await resumeVisits(store, ["qingshan"], at(9));
      await requestVisits(store, ["qingshan"], at(10));
      await resumeVisits(store, ["qingshan"], at(11));
      expect(await claim(11)).toBe("request");
      expect(await isUnfinished(store, "qingshan", at(0))).toBe(true);
      const full = await begin(12);
      await endRun(store, { id: full, state: "done", now: at(13) });
      await stop("retry", 14);
      expect(await isUnfinished(store, "qingshan", at(0))).toBe(false);
    });

    it("tell why a worker refused to begin, until a crawl begins", async () => {
      const look = async () => {
        const [row] = await loadSourceRows(store, "qingshan");
        if (row === undefined) throw new Error("there is no such source");
        const surroundings = { counts: noCounts, blocked: false, region: [], now: at(2) };
        const { state, next } = buildSourceState(row, surroundings);
        return { state, at: next.at, why: next.why, words: next.words };
      };
      await noteRefusal(store, { id: "qingshan", refusal: "contact", now: at(1) });
      await planVisit(store, { id: "qingshan", schedule: null, nextAt: at(50) });
      expect(await look()).toEqual({
        state: "waiting",
        at: at(50),
        why: expect.stringMatching(/no contact address is set.*GONGKAI_CONTACT/),
        words: expect.stringMatching(/联系方式.*GONGKAI_CONTACT/),
      });
      const id = await begin(3);
      await endRun(store, { id, state: "done", now: at(4) });
      expect((await look()).state).toBe("idle");
    });

    it("say that addresses are tried again where that comes before the schedule", async () => {
      const look = async (seconds: number) => {
        const [row] = await loadSourceRows(store, "qingshan");
        if (row === undefined) throw new Error("there is no such source");
        const surroundings = { counts: noCounts, blocked: false, region: [], now: at(seconds) };
        return buildSourceState(row, surroundings).next;
      };
      await setSchedule(store, ["qingshan"], "every 1h");
      const id = await begin(0);
      await endRun(store, { id, state: "done", now: at(10) });
      await planVisit(store, { id: "qingshan", schedule: "every 1h", nextAt: at(700) });
      expect(await look(20)).toMatchObject({ at: at(700), words: "稍后重试未取得的地址" });
      await planVisit(store, { id: "qingshan", schedule: "every 1h", nextAt: at(3_611) });
      expect((await look(20)).words).toContain("每 1 小时一次");
    });

    it("say what a source is doing and when it is visited next", async () => {
      const look = async (seconds: number, blocked = false) => {
        const [row] = await loadSourceRows(store, "qingshan");
        if (row === undefined) throw new Error("there is no such source");
        const { state, next } = buildSourceState(row, {
          counts: noCounts,
          blocked,
          region: [],
          now: at(seconds),
        });
        return [state, next.at];
      };
      expect(await look(0)).toEqual(["off", null]);
      await setSchedule(store, ["qingshan"], "every 1h");
      // Due at once: no worker has planned it yet.
      expect(await look(0)).toEqual(["idle", null]);
      await planVisit(store, { id: "qingshan", schedule: "every 1h", nextAt: at(3_600) });
      expect(await look(0)).toEqual(["idle", at(3_600)]);
      expect(await look(0, true)).toEqual(["person", at(3_600)]);
      await requestVisits(store, ["qingshan"], at(5));
      expect(await look(6)).toEqual(["wanted", at(5)]);
      await pauseSource(store, "qingshan");
      expect(await look(6)).toEqual(["paused", null]);
      await begin(7);
      expect((await look(8))[0]).toBe("running");
    });
  });
}

/** Seconds after the beginning of a day of the test. */
function at(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 5) + seconds * 1_000).toISOString();
}
