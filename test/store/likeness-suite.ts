import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listCopied } from "../../corpus/likeness/list-copied.ts";
import { loadIndexingState, loadPending, markIndexed } from "../../corpus/store/indexing.ts";
import { loadLikeness } from "../../corpus/store/likeness/load-likeness.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { removeDemo } from "../../corpus/store/remove-demo.ts";
import { saveReport } from "../../corpus/store/save-report.ts";
import { compareReports } from "../../indexer/compare-reports.ts";
import { buildProse } from "../likeness/fictional-prose.ts";
import { buildSampleReport } from "./sample-report.ts";
import { buildTownship } from "./sample-township.ts";

interface Wish {
  readonly agency: string;
  readonly year?: number;
  /** Of its section 五, which stands at position 2 behind a preamble and an overview of its own. */
  readonly problems: string;
  readonly demo?: boolean;
  /** Tells captures apart; by itself one of its own for each agency and year. */
  readonly capture?: string;
  /** A township of its own in 青山县; by itself 清溪镇. */
  readonly place?: string;
}

/** What any store must find of copied prose; see describeStore. */
export function describeLikeness(name: string, reset: (() => Promise<Store>) | null): void {
  const state = reset === null ? " (skipped: it is not installed)" : "";
  describe.skipIf(reset === null)(`copied prose on ${name}${state}`, () => {
    let store: Store;
    let kept = 0;
    beforeEach(async () => {
      kept = 0;
      store = await (reset as () => Promise<Store>)();
    });
    afterEach(() => store.close());

    async function keep({ agency, year = 2023, problems, demo = false, capture, place }: Wish) {
      const township = place === undefined ? null : buildTownship(place);
      kept += 1;
      const seed = 1_000 + kept;
      const { reportId } = await saveReport(store, {
        ...buildSampleReport({
          capture: {
            digest: (capture ?? String(kept)).padStart(64, "0"),
            capturedAt: `2024-02-01T00:${String(kept % 60).padStart(2, "0")}:00.000Z`,
            address: capture === undefined ? null : `http://x.example/${agency}`,
          },
          extraction: {
            year,
            agency: { name: agency, printed: agency, kind: "government" },
            ...(township !== null && { division: township.division }),
            facts: [],
            findings: [],
            sections: [
              { kind: "overview", heading: "一、总体情况", text: buildProse(seed) },
              { kind: "problems", heading: "五、存在的主要问题及改进情况", text: problems },
            ],
          },
          ...(township !== null && { divisions: township.divisions }),
        }),
        demo,
      });
      return reportId;
    }

    /** Matches of section 五 as `<relation> <report> <percent>`. */
    async function list(reportId: string): Promise<readonly string[]> {
      const { sections } = await loadLikeness(store, reportId);
      const { matches = [] } = sections.find(({ position }) => position === 2) ?? {};
      return matches.map(
        (match) => `${match.relation} ${match.reportId} ${Math.floor(match.share * 100)}`,
      );
    }

    /** Indexes what is pending; returns the reports that were. */
    async function index(): Promise<readonly string[]> {
      const pending = await loadPending(store, 1_000);
      await markIndexed(
        store,
        pending.map((report) => ({ ...report, contentHash: "h", documents: 3 })),
      );
      return pending.map(({ reportId }) => reportId);
    }

    it("finds the same text in other agencies and other years, and tells them apart", async () => {
      const text = buildProse(1);
      const one = await keep({ agency: "清溪镇人民政府", problems: text });
      const before = await keep({ agency: "清溪镇人民政府", year: 2021, problems: text });
      const other = await keep({ agency: "落霞镇人民政府", problems: text + buildProse(2, 1) });
      const stranger = await keep({ agency: "石鼓渡镇人民政府", problems: buildProse(3) });
      expect(await compareReports(store)).toBe(4);
      expect(await list(one)).toEqual([`year ${before} 100`, `agency ${other} 85`]);
      expect(await list(before)).toEqual([`year ${one} 100`, `agency ${other} 85`]);
      expect(await list(other)).toEqual([one, before].toSorted().map((id) => `agency ${id} 85`));
      expect(await list(stranger)).toEqual([]);
      const likeness = await loadLikeness(store, one);
      expect([0, 1, 2].map((position) => listCopied(likeness, position))).toEqual([
        ["uncompared"],
        ["none"],
        ["agency", "year"],
      ]);
      expect(
        likeness.reports.map(({ reportId, agency, share }) => [reportId, agency, share]),
      ).toEqual([
        [before, "清溪镇人民政府", 0.5],
        [other, "落霞镇人民政府", expect.closeTo(0.4286, 2)],
      ]);
    });

    it("says the same whichever of them came first, and when compared one by one", async () => {
      const texts = [buildProse(1), buildProse(1, 5) + buildProse(9, 1), buildProse(1)];
      const wishes = texts.map((problems, at) => ({ agency: `${at}号镇人民政府`, problems }));
      const ids: string[] = [];
      for (const wish of wishes) {
        ids.push(await keep(wish));
        await compareReports(store);
      }
      const oneByOne = await Promise.all(ids.map(list));
      expect(oneByOne.map((found) => found.length)).toEqual([2, 2, 2]);
      for (const wish of wishes.toReversed())
        await keep({ ...wish, capture: `9${wish.agency.slice(0, 1)}` });
      expect(await compareReports(store)).toBe(3);
      expect(await Promise.all(ids.map(list))).toEqual(oneByOne);
    });

    it("calls nothing copied that is short, boilerplate or a preamble", async () => {
      const short = "公开形式单一，回复慢，档案不齐。";
      const official = "无其他需要报告的事项。本年度没有收取信息处理费。".repeat(10);
      const reports = [];
      for (const agency of ["清溪镇人民政府", "落霞镇人民政府"]) {
        reports.push(await keep({ agency, problems: short }));
        reports.push(await keep({ agency, year: 2022, problems: official }));
      }
      await compareReports(store);
      for (const id of reports) {
        const likeness = await loadLikeness(store, id);
        expect([0, 1, 2].map((position) => listCopied(likeness, position)[0])).toEqual([
          "uncompared",
          "none",
          "uncompared",
        ]);
      }
    });

    it("finds a copy that only puts in the own names, and short texts that are the same", async () => {
      const write = (place: string) =>
        `${place}公开栏的名单贴得晚，青山县${place}人民政府的公报送不到各村各户，老人看不清屏幕上的小字。`;
      const long = (place: string) => buildProse(1).replaceAll("。", `，${place}正在改。`);
      const keepIn = (place: string, problems: string) =>
        keep({ agency: `${place}人民政府`, problems, place });
      const one = await keepIn("甲乡", write("甲乡"));
      const other = await keepIn("乙乡", write("乙乡"));
      const third = await keepIn("丙乡", long("丙乡"));
      const fourth = await keepIn("丁乡", long("丁乡"));
      await keepIn("戊乡", `${write("戊乡")}已改。`);
      await compareReports(store);
      expect(await list(one)).toEqual([`agency ${other} 100`]);
      expect(await list(third)).toEqual([`agency ${fourth} 100`]);
    });

    it("has the index learn again of all that are compared anew", async () => {
      const one = await keep({ agency: "清溪镇人民政府", problems: "无。", capture: "aa" });
      await compareReports(store);
      await index();
      for (let at = 0; at < 31; at += 1)
        await keep({ agency: `${at}号镇人民政府`, problems: buildProse(100 + at) });
      await index();
      await compareReports(store);
      expect(await index()).toContain(one);
    });

    it("learns from thirty agencies what everybody writes, and compares all again", async () => {
      const circular = buildProse(50, 5);
      const early = [];
      for (let at = 0; at < 29; at += 1)
        early.push(await keep({ agency: `${at}号镇人民政府`, problems: circular }));
      await compareReports(store);
      expect(await list(early[0] ?? "")).toHaveLength(3);
      await index();
      await keep({ agency: "29号镇人民政府", problems: circular + buildProse(60) });
      const last = await keep({ agency: "30号镇人民政府", problems: circular + buildProse(60) });
      expect(await compareReports(store)).toBe(31);
      expect(await list(early[0] ?? "")).toEqual([]);
      expect(await list(last)).toHaveLength(1);
      expect(await index()).toHaveLength(31);
    });

    it("has the index learn of a report whose text another one repeats, once", async () => {
      const one = await keep({ agency: "清溪镇人民政府", problems: buildProse(1) });
      await compareReports(store);
      expect(await index()).toEqual([one]);
      const other = await keep({ agency: "落霞镇人民政府", problems: buildProse(1) });
      await compareReports(store);
      expect((await index()).toSorted()).toEqual([one, other].toSorted());
      await keep({ agency: "石鼓渡镇人民政府", problems: buildProse(7) });
      await compareReports(store);
      expect(await index()).toHaveLength(1);
      expect(await compareReports(store)).toBe(0);
      expect((await loadIndexingState(store)).pending).toBe(0);
    });

    it("follows a report to another version", async () => {
      const one = await keep({ agency: "清溪镇人民政府", problems: buildProse(1) });
      const third = await keep({ agency: "石鼓渡镇人民政府", problems: buildProse(1, 5) });
      const other = await keep({
        agency: "落霞镇人民政府",
        problems: buildProse(1),
        capture: "aa",
      });
      await compareReports(store);
      expect(await list(one)).toEqual([`agency ${other} 100`, `agency ${third} 83`]);
      await index();
      await keep({ agency: "落霞镇人民政府", problems: buildProse(2), capture: "ab" });
      // What was found before holds no longer, and nothing is said until it is compared again.
      expect(await list(one)).toEqual([`agency ${third} 83`]);
      await compareReports(store);
      expect(await list(other)).toEqual([]);
      expect(await list(one)).toEqual([`agency ${third} 83`]);
      expect(await index()).toContain(one);
    });

    it("forgets a report that is gone and finds the next one", async () => {
      const text = buildProse(1);
      const one = await keep({ agency: "清溪镇人民政府", problems: text });
      for (let at = 0; at < 3; at += 1)
        await keep({ agency: `${at}号镇人民政府`, problems: text, demo: true });
      const next = await keep({ agency: "落霞镇人民政府", problems: text + buildProse(2, 1) });
      await compareReports(store);
      expect(await list(one)).not.toContain(`agency ${next} 85`);
      await index();
      expect(await removeDemo(store)).toBe(3);
      expect(await list(one)).toEqual([]);
      await compareReports(store);
      expect(await list(one)).toEqual([`agency ${next} 85`]);
      expect(await list(next)).toEqual([`agency ${one} 85`]);
      expect(await index()).toContain(one);
    });

    it("finds copies of a text that more agencies wrote than are looked through", async () => {
      const ids: string[] = [];
      for (let at = 0; at < 136; at += 1) {
        const problems = at % 4 === 0 ? buildProse(1) : buildProse(100 + at);
        ids.push(await keep({ agency: `${at}号镇人民政府`, problems }));
      }
      await compareReports(store);
      const found = await Promise.all(ids.map(list));
      expect(found.map((matches) => matches.length)).toEqual(
        ids.map((_, at) => (at % 4 === 0 ? 3 : 0)),
      );
    });

    it("takes a report with more sections than any has", async () => {
      const sections = Array.from({ length: 300 }, (_, at) => {
        return { kind: "unknown", heading: `${at}、`, text: buildProse(at, 3) } as const;
      });
      const sample = buildSampleReport({ extraction: { sections, facts: [], findings: [] } });
      const { reportId } = await saveReport(store, sample);
      const same = buildSampleReport({
        extraction: { sections, facts: [], findings: [], year: 2020 },
        capture: { digest: "e".repeat(64) },
      });
      await saveReport(store, same);
      expect(await compareReports(store)).toBe(2);
      const likeness = await loadLikeness(store, reportId);
      expect(likeness.sections).toHaveLength(200);
      expect(likeness.reports[0]?.share).toBe(1);
    });

    it("stops when asked and goes on where it stopped, with progress", async () => {
      for (let at = 0; at < 40; at += 1)
        await keep({ agency: `${at}号镇人民政府`, problems: buildProse(at) });
      const halt = new AbortController();
      const heard: number[] = [];
      const first = await compareReports(store, {
        stop: halt.signal,
        onCompared: (done, total) => {
          heard.push(done);
          expect(total).toBe(40);
          halt.abort();
        },
      });
      expect(heard).toEqual([first]);
      expect(first).toBeLessThan(40);
      expect(await compareReports(store)).toBe(40 - first);
    });

    it("takes several processes at a time", async () => {
      for (let at = 0; at < 60; at += 1)
        await keep({ agency: `${at}号镇人民政府`, problems: buildProse(at % 20) });
      const counts = await Promise.all([compareReports(store), compareReports(store)]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
      const { reports } = await loadLikeness(
        store,
        (await loadPending(store, 1))[0]?.reportId ?? "",
      );
      expect(reports.length).toBeGreaterThan(0);
    });
  });
}
