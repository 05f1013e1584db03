import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  runSchema,
  sourceDetailSchema,
  type SourceState,
  sourceStateSchema,
} from "../../corpus/source-state.ts";
import { createApp } from "../../server/app.ts";
import type { AppDeps } from "../../server/app-deps.ts";
import { buildListening } from "./build-listening.ts";
import { buildDeps } from "./fixtures.ts";
import { adminToken, buildSource, sources } from "./source-fixtures.ts";

const here = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
const far = { incoming: { socket: { remoteAddress: "192.0.2.7" } } };
const bearer = { authorization: `Bearer ${adminToken}` };
const html = { accept: "text/html" };
const app = createApp(buildDeps());

describe("the API of sources", () => {
  test("tells every source in the documented shape", async () => {
    const response = await app.request("/api/sources", {}, here);
    const body = z
      .object({ total: z.number(), sources: z.array(sourceStateSchema) })
      .parse(await response.json());
    expect(body.total).toBe(sources.length);
    expect(body.sources).toEqual(sources);
  });

  test.each([
    ["state=paused", ["yunling"]],
    ["q=青禾县 白石", ["baishi"]],
    ["q=QINGHE.GOV&state=running", ["qinghe"]],
    ["size=2&page=2", ["yunling", "lanchuan"]],
    ["page=9", []],
    ["q=%00飞碟", []],
  ])("filters by %s", async (query, ids) => {
    const response = await app.request(`/api/sources?${query}`, {}, here);
    const body = (await response.json()) as { sources: SourceState[] };
    expect(body.sources.map(({ id }) => id)).toEqual(ids);
  });

  test("tells a source with its crawls, hosts and failures, and crawls by themselves", async () => {
    const response = await app.request("/api/sources/qinghe", {}, here);
    const detail = sourceDetailSchema.parse(await response.json());
    expect(detail.failed[0]).toMatchObject({ cause: "not-found", next: null, status: 404 });
    expect(detail.hosts[0]?.state).toBe("challenged");
    const runs = await app.request("/api/runs?source=qinghe&limit=1", {}, here);
    const body = z.object({ runs: z.array(runSchema) }).parse(await runs.json());
    expect(body.runs.map(({ id }) => id)).toEqual([7]);
    expect((await app.request("/api/sources/nothing", {}, here)).status).toBe(404);
    expect((await app.request("/api/sources/A%2f..", {}, here)).status).toBe(404);
    expect((await app.request("/api/runs?limit=0", {}, here)).status).toBe(400);
  });

  test("tells on its pages what is odd though nothing failed", async () => {
    for (const path of ["/sources", "/sources/qinghe"]) {
      const page = await (await app.request(path, {}, here)).text();
      expect(page).toContain("标明共 3 页，只读到 1 页");
    }
  });

  test("passes on what an administrator asks for", async () => {
    const { asked, app } = buildListening();
    for (const action of ["run", "pause", "resume", "reopen"]) {
      const init = { method: "POST", headers: bearer };
      const response = await app.request(`/api/sources/qinghe/${action}`, init, far);
      expect(sourceStateSchema.parse(await response.json()).id).toBe("qinghe");
    }
    expect(asked).toEqual(["run qinghe", "pause qinghe", "resume qinghe", "reopen qinghe"]);
    const paused = await app.request("/api/sources/yunling/run", {
      method: "POST",
      headers: bearer,
    });
    expect(paused.status).toBe(409);
    const unknown = await app.request("/api/sources/no/run", { method: "POST", headers: bearer });
    expect(unknown.status).toBe(404);
    expect((await app.request("/api/sources/qinghe/run", { headers: bearer })).status).toBe(405);
  });
});

describe("without a contact", () => {
  const run = async (source: SourceState, hasContact: boolean, action = "run") => {
    const detail = { source, runs: [], hosts: [], failed: [] };
    const { asked, app } = buildListening({ hasContact, loadSource: async () => detail });
    const init = { method: "POST", headers: bearer };
    const response = await app.request(`/api/sources/${source.id}/${action}`, init, far);
    return { asked, status: response.status, text: await response.text() };
  };
  const stranger = { ...buildSource("qinghe", "idle"), entry: "http://www.example.org/zwgk/" };

  test.each(["run", "resume", "reopen"])(
    "no stranger's site is crawled by %s, and the answer names the setting",
    async (action) => {
      const refused = await run(stranger, false, action);
      expect([refused.status, refused.asked]).toEqual([409, []]);
      expect(JSON.parse(refused.text)).toMatchObject({
        error: { code: "contact_missing", message: expect.stringContaining("GONGKAI_CONTACT") },
      });
      expect((await run(stranger, true, action)).asked).toEqual([`${action} qinghe`]);
    },
  );

  test("a stranger's source can be paused", async () => {
    expect((await run(stranger, false, "pause")).asked).toEqual(["pause qinghe"]);
  });

  test("the form of the page is refused with the same sentence", async () => {
    const detail = { source: stranger, runs: [], hosts: [], failed: [] };
    const { asked, app } = buildListening({ hasContact: false, loadSource: async () => detail });
    const init = { method: "POST", headers: { ...bearer, ...html } };
    const response = await app.request("/sources/qinghe/reopen", init, far);
    expect([response.status, asked]).toEqual([409, []]);
    expect(load(await response.text()).text()).toContain("尚未设置 GONGKAI_CONTACT");
  });

  test("the demo and this machine's sites are", async () => {
    expect((await run({ ...stranger, origin: "demo" }, false)).status).toBe(200);
    expect((await run({ ...stranger, entry: "http://127.0.0.1:8000/" }, false)).status).toBe(200);
  });

  test("the page says so", async () => {
    const read = async (hasContact: boolean) => {
      const site = createApp(buildDeps({ hasContact }));
      return load(await (await site.request("/sources", { headers: html }, here)).text()).text();
    };
    expect(await read(false)).toContain("除示例和本机网站外不会访问任何来源");
    expect(await read(true)).not.toContain("GONGKAI_CONTACT：");
  });

  test("the page of a stranger's source says so", async () => {
    const read = async (source: SourceState) => {
      const detail = { source, runs: [], hosts: [], failed: [] };
      const site = createApp(buildDeps({ hasContact: false, loadSource: async () => detail }));
      const response = await site.request(`/sources/${source.id}`, { headers: html }, here);
      return load(await response.text()).text();
    };
    expect(await read(stranger)).toContain("不会访问这个来源");
    expect(await read({ ...stranger, origin: "demo" })).not.toContain("不会访问这个来源");
  });
});

describe("the page of sources", () => {
  const read = async (path: string, deps: Partial<AppDeps> = {}) =>
    load(await (await createApp(buildDeps(deps)).request(path, { headers: html }, here)).text());

  test("shows what each source does, and what comes next after a failure", async () => {
    const $ = await read("/sources");
    expect($("tbody tr").length).toBe(sources.length);
    const row = $("#source-qinghe").text();
    for (const words of [
      "进行中",
      "青禾县",
      "42",
      "待读取 5",
      "页面不存在 7",
      "不再重试",
      "待人工查看",
    ])
      expect(row).toContain(words);
    expect($("#source-lanchuan").text()).toContain("需人工查看");
    expect($("#source-yunling").text()).toContain("已暂停");
    expect($("form[action$='/pause']")).toHaveLength(0);
  });

  test("begins with what goes on, and ends with what nobody asked for", async () => {
    const many = Array.from({ length: 60 }, (_, i) => buildSource(`a-place-${i}`, "off"));
    const states = ["idle", "person", "wanted", "running"] as const;
    const demo = states.map((state) => buildSource(`demo-${state}`, state));
    const $ = await read("/sources", { loadSources: async () => [...many, ...demo] });
    const shown = $("tbody tr").toArray();
    expect(shown.slice(0, 5).map((row) => $(row).attr("data-source"))).toEqual([
      "demo-running",
      "demo-wanted",
      "demo-person",
      "demo-idle",
      "a-place-0",
    ]);
  });

  test("has pages and filters that are addresses", async () => {
    const many = Array.from({ length: 1200 }, (_, i) =>
      buildSource(`place-${i}`, i < 60 ? "idle" : "off"),
    );
    const $ = await read("/sources?state=idle&page=2", { loadSources: async () => many });
    expect($("tbody tr").length).toBe(10);
    expect($("#result-summary").text()).toBe("共 60 个来源");
    expect($(".pager a[aria-current]").attr("href")).toBe("/sources?state=idle&page=2");
    expect($(".sources-states a[aria-current]").attr("href")).toBe("/sources?state=idle");
    expect($(".sources-states").text()).toMatch(/全部 1,200.*空闲 60.*未安排 1,140/s);
  });

  test("of one source shows crawls, hosts that wait and addresses that failed, and no script as a link", async () => {
    const $ = await read("/sources/qinghe");
    const text = $("main").text();
    for (const words of ["要求人工验证", "404", "共 3 次", "1,234", "按计划"])
      expect(text).toContain(words);
    expect($("a[href^='javascript']")).toHaveLength(0);
    expect((await app.request("/sources/nothing", { headers: html }, here)).status).toBe(404);
  });
});
