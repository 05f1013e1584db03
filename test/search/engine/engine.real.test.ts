import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  buildReportDocument,
  buildSectionDocuments,
} from "../../../search/documents/build-documents.ts";
import { openEngineClient } from "../../../search/engine/engine-client.ts";
import type { Engine, EngineQuery } from "../../../search/engine/engine.ts";
import {
  EngineRefused,
  EngineUnavailable,
  RebuildIncomplete,
} from "../../../search/engine/engine-errors.ts";
import { buildEngineFolder, loadEngineKey } from "../../../search/engine/engine-state.ts";
import { openEngine } from "../../../search/engine/open-engine.ts";
import { openSearch, type Search } from "../../../search/main.ts";
import { buildPhraseGrams } from "../../../search/grams/build-grams.ts";
import type { SectionDocument } from "../../../search/documents/section-document.ts";
import { buildFictionalReport, fictionalNames, fictionalRegions } from "../fictional-report.ts";

let dataFolder = "";
let search: Search;
let engine: Engine;
let documents: readonly SectionDocument[] = [];

const report = buildFictionalReport({
  regions: fictionalRegions.jadeTown,
  year: 2023,
  sections: [
    [
      "overview",
      "一、总体情况",
      "公开信息8840条，占12.5%，共1,234件。截至２０２２年，网址www.qingxi.gov.cn。",
    ],
    ["problems", "五、存在的主要问题", "要求,加强领导；坚持“公正”原则、效率优先。膘尔托阔依。の"],
  ],
});

const question: EngineQuery = {
  index: "sections",
  text: "",
  strategy: "all",
  attributes: null,
  filter: [],
  facets: [],
  sort: [],
  offset: 0,
  limit: 10,
  fields: ["id"],
};

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "gongkai-engine-"));
  search = await openSearch({ dataFolder, placeNames: fictionalNames });
  ({ engine } = search);
  documents = buildSectionDocuments(report, search.simplify);
  await engine.addDocuments("sections", documents);
  await engine.addDocuments("reports", [buildReportDocument(report)]);
});
afterAll(async () => {
  await search.close();
  await rm(dataFolder, { recursive: true, force: true });
});

/** A phrase as the engine is asked for it. */
const write = (phrase: string): string => `"${buildPhraseGrams(phrase)?.words ?? ""}"`;

/** The positions of the sections in which the engine finds a phrase, coded as documents are. */
const findPhrase = async (phrase: string): Promise<readonly string[]> => {
  const { hits } = await engine.search({
    ...question,
    text: write(phrase),
    fields: ["position"],
  });
  return hits.map((hit) => JSON.stringify(hit));
};

describe("what the planner relies on", () => {
  test.each([
    ["8840", 0],
    ["2022", 0],
    ["12.5%", 0],
    ["12.5", 0],
    ["1,234", 0],
    ["www.qingxi.gov.cn", 0],
    ["qingxi.gov", 0],
    ["要求,加强", 1],
    ["要求，加强", 1],
    ["坚持“公正”原则", 1],
    ["原则、效率", 1],
    ["膘尔托阔依", 1],
  ])("the phrase %s is found in section %i", async (phrase, position) => {
    expect(await findPhrase(phrase)).toEqual([JSON.stringify({ position })]);
  });

  test.each(["884", "5.12", "加强，要求", "效率、原则", "gov.qingxi", "膘托尔"])(
    "the phrase %s is not found",
    async (phrase) => {
      expect(await findPhrase(phrase)).toEqual([]);
    },
  );
});

describe("the adapter", () => {
  test("every field of a question is one that the engine takes", async () => {
    const full: EngineQuery = {
      ...question,
      text: `-${write("没有")} ${write("公开")}`,
      attributes: ["grams.content"],
      filter: ["year IN [2023]", 'region.lvl3 IN ["910121101"]', 'section IN ["overview"]'],
      facets: ["section", "region.lvl0", "year", "level", "kind", "form"],
      sort: ["year:desc"],
      fields: ["id", "content"],
    };
    const [answer, other] = await engine.multiSearch([full, { ...question, index: "reports" }]);
    expect(answer?.hits).toEqual([{ id: documents[0]?.id, content: documents[0]?.content }]);
    expect(answer?.facets["section"]).toEqual({ overview: 1 });
    expect(answer?.facets["region.lvl0"]).toEqual({ "91": 1 });
    expect(other?.hits).toHaveLength(1);
    expect(await engine.search(full)).toEqual(answer);
    expect(await engine.multiSearch([])).toEqual([]);
  });

  test("an empty list of codes is a filter that matches nothing", async () => {
    const { hits } = await engine.search({ ...question, filter: ["region.lvl0 IN []"] });
    expect(hits).toEqual([]);
  });

  test("a filter that the engine does not understand is refused, with its reason", async () => {
    const wrong = engine.search({ ...question, filter: ["nonsense"] });
    await expect(wrong).rejects.toThrow(EngineRefused);
    await expect(wrong).rejects.toMatchObject({ code: "invalid_search_filter" });
  });

  test("stats, health and version", async () => {
    expect(await engine.isHealthy()).toBe(true);
    const stats = await engine.fetchStats();
    expect(stats.documents).toEqual({ sections: 2, reports: 1 });
    expect(stats.version).toMatch(/^1\./);
    expect(stats.bytes).toBeGreaterThan(0);
  });

  test("settings that are right are not set again", async () => {
    const client = openEngineClient({ url: engine.url, key: await readKey() });
    const countTasks = async (): Promise<number> =>
      (await client.call((meili) => meili.tasks.getTasks({ limit: 1 }))).total;
    const before = await countTasks();
    await engine.ensureIndexes();
    expect(await countTasks()).toBe(before);
    await client.call((meili) => meili.index("sections").updateRankingRules(["words"]).waitTask());
    await engine.ensureIndexes();
    const rules = await client.call((meili) => meili.index("sections").getRankingRules());
    expect(rules[0]).toBe("sort");
  });
});

describe("writing", () => {
  test("the same document again changes no count; deleting unknown ids is no error", async () => {
    expect(await engine.addDocuments("sections", documents)).toBe(2);
    expect(await engine.countDocuments("sections")).toBe(2);
    const extra = documents.map((document) => ({ ...document, id: `${document.id}-extra` }));
    await engine.addDocuments("sections", extra);
    await engine.deleteDocuments("sections", [...extra.map(({ id }) => id), "never-there"]);
    expect(await engine.countDocuments("sections")).toBe(2);
    expect(await engine.addDocuments("sections", [])).toBe(0);
  });

  test("documents may come one after the other, in more than one request", async () => {
    async function* generate() {
      for (let index = 0; index < 6000; index += 1) {
        yield {
          id: `many-${index}`,
          title: "",
          agency: "",
          kind: "other",
          year: 2020,
          published: null,
          level: null,
          form: null,
          region: {},
          m: {},
        } as const;
      }
    }
    expect(await engine.addDocuments("reports", generate())).toBe(6000);
    expect(await engine.countDocuments("reports")).toBe(6001);
    await engine.deleteDocuments(
      "reports",
      Array.from({ length: 6000 }, (_, index) => `many-${index}`),
    );
    expect(await engine.countDocuments("reports")).toBe(1);
  });

  test("a document that the engine cannot take is an error that names what failed", async () => {
    const [first] = documents;
    const broken = [{ ...first, id: "white space" }] as unknown as SectionDocument[];
    const writing = engine.addDocuments("sections", broken);
    await expect(writing).rejects.toThrow(EngineRefused);
    await expect(writing).rejects.toThrow(/white space.*index/s);
  });
});

describe("rebuild", () => {
  test("replaces everything in one step", async () => {
    const [first] = documents;
    if (first === undefined) throw new Error("no document");
    const counts = await engine.rebuild(async (writer) => {
      await writer.addDocuments("sections", [{ ...first, id: "new-0" }]);
      await writer.addDocuments("sections", [{ ...first, id: "new-1" }]);
      expect(await engine.countDocuments("sections")).toBe(2);
    });
    expect(counts).toEqual({ sections: 2, reports: 0 });
    const { hits } = await engine.search(question);
    expect(hits).toEqual([{ id: "new-0" }, { id: "new-1" }]);
    expect((await engine.fetchStats()).documents).toEqual({ sections: 2, reports: 0 });
  });

  test("that fails leaves the old as it was and nothing beside it", async () => {
    const before = await engine.search(question);
    const failing = engine.rebuild(async (writer) => {
      await writer.addDocuments("sections", documents);
      throw new Error("disk gone");
    });
    await expect(failing).rejects.toThrow("disk gone");
    expect(await engine.search(question)).toEqual(before);
    const client = openEngineClient({ url: engine.url, key: await readKey() });
    const { results } = await client.call((meili) => meili.getRawIndexes());
    expect(results.map(({ uid }) => uid).sort()).toEqual(["reports", "sections"]);
  });

  test("whose counts differ does not come into use", async () => {
    const client = openEngineClient({ url: engine.url, key: await readKey() });
    const thief = engine.rebuild(async (writer) => {
      await writer.addDocuments("sections", documents);
      await client.call((meili) => meili.index("sections_build").deleteAllDocuments().waitTask());
    });
    await expect(thief).rejects.toThrow(RebuildIncomplete);
    expect(await engine.countDocuments("sections")).toBe(2);
  });
});

describe("an engine that cannot be used", () => {
  const servers: Server[] = [];
  const serve = async (status: number, body: string): Promise<string> => {
    const server = createServer((_, response) => {
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    });
    servers.push(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterAll(() => {
    for (const server of servers) server.close();
  });

  test("nothing answers", async () => {
    const url = await serve(200, "");
    servers.at(-1)?.close();
    servers.at(-1)?.closeAllConnections();
    const opening = openEngine({ url, key: "" });
    await expect(opening).rejects.toThrow(EngineUnavailable);
    await expect(opening).rejects.toThrow(url);
  });

  test("the key is wrong", async () => {
    const opening = openEngine({ url: engine.url, key: "wrong" });
    await expect(opening).rejects.toThrow(EngineRefused);
    await expect(opening).rejects.toThrow(/MEILI_KEY/);
  });

  test("it is too old", async () => {
    const opening = openEngine({ url: await serve(200, '{"pkgVersion":"1.9.3"}'), key: "" });
    await expect(opening).rejects.toThrow(/1\.9\.3.*1\.21/);
  });

  test("it is something else", async () => {
    const opening = openEngine({ url: await serve(200, "<html>"), key: "" });
    await expect(opening).rejects.toThrow(/MEILI_URL/);
  });

  test("it is too busy", async () => {
    const opening = openEngine({ url: await serve(503, "{}"), key: "" });
    await expect(opening).rejects.toMatchObject({
      name: "EngineUnavailable",
      retryAfterSeconds: 2,
    });
  });
});

function readKey(): Promise<string> {
  return loadEngineKey(buildEngineFolder(dataFolder));
}
