import { describe, expect, test } from "vitest";
import { searchResultSchema } from "../../search/search-result.ts";
import type { SearchQuery } from "../../search/query.ts";
import { createApp } from "../../server/app.ts";
import { problemBodySchema } from "../../server/problem.ts";
import { reportSchema } from "../../server/report-schema.ts";
import { countyReport } from "./fixture-report.ts";
import { searchFixtures } from "./fixture-search.ts";
import { buildDeps } from "./fixtures.ts";

const app = createApp(buildDeps());

class EngineUnavailable extends Error {
  override readonly name = "EngineUnavailable";
}

async function askProblem(path: string, init?: RequestInit) {
  const response = await app.request(path, init);
  const { error } = problemBodySchema.parse(await response.json());
  return { status: response.status, headers: response.headers, ...error };
}

describe("search", () => {
  test("answers in the documented shape", async () => {
    const response = await app.request("/api/search?q=行政处罚&year=2024&size=2");
    expect(response.status).toBe(200);
    const result = searchResultSchema.parse(await response.json());
    expect(result.query).toBe("行政处罚");
    expect(result.hits).toHaveLength(2);
    for (const { snippet, marks } of result.hits) {
      expect(marks.map(({ start, end }) => snippet.slice(start, end))).toContain("行政处罚");
    }
  });

  test("passes every parameter on, repeated filters as lists", async () => {
    const asked: SearchQuery[] = [];
    const listening = createApp(
      buildDeps({
        search: async (query) => {
          asked.push(query);
          return searchFixtures(query);
        },
      }),
    );
    await listening.request(
      "/api/search?q=a&year=2023&year=2024&section=fees&level=county&region=98&form=2021&kind=zone&findings=fails&attachment=with&place=9801&sort=newest&page=3&size=20",
    );
    expect(asked).toMatchObject([
      {
        q: "a",
        year: [2023, 2024],
        section: ["fees"],
        level: ["county"],
        region: ["98"],
        form: ["2021"],
        kind: ["zone"],
        findings: ["fails"],
        attachment: ["with"],
        place: ["9801"],
        sort: "newest",
        page: 3,
        size: 20,
      },
    ]);
  });

  test.each([
    ["a query of 10,000 characters", `q=${"公".repeat(10_000)}`, "q"],
    ["an unknown section", "section=weather", "section"],
    ["a year out of range", "year=1850", "year"],
    ["a year that is no number", "year=abc", "year"],
    ["page 0", "page=0", "page"],
    ["a page beyond all pages", "page=99999999999", "page"],
    ["an unknown order", "sort=best", "sort"],
    ["a region that is no code or name", "region=%3Cscript%3E", "region"],
    ["too many hits on a page", "size=1000", "size"],
  ])("refuses %s and says which parameter", async (_, params, parameter) => {
    const problem = await askProblem(`/api/search?${params}`);
    expect(problem.status).toBe(400);
    expect(problem.code).toBe("bad_request");
    expect(problem.details?.map((detail) => detail.parameter)).toEqual([parameter]);
    expect(problem.details?.[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  test("ignores unknown parameters and answers page 1,000,000,000 with no hits", async () => {
    const response = await app.request("/api/search?q=行政处罚&page=1000000000&colour=red");
    expect(response.status).toBe(200);
    expect(searchResultSchema.parse(await response.json()).hits).toEqual([]);
  });

  test("is unavailable, not broken, without the engine", async () => {
    const search = async () => {
      throw new EngineUnavailable("no answer");
    };
    const response = await createApp(buildDeps({ search })).request("/api/search?q=a");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("2");
    expect(problemBodySchema.parse(await response.json()).error.code).toBe("engine_unavailable");
  });
});

describe("suggestions", () => {
  test("are those of the part that finds them, as many as asked for", async () => {
    const response = await app.request("/api/suggest?q=qinghe&limit=1");
    expect(await response.json()).toEqual({
      suggestions: [
        {
          kind: "place",
          name: "青禾县",
          detail: "澜川省 › 临湖市",
          value: "980102",
          reports: 5,
          address: "/?region=980102",
        },
      ],
    });
  });

  test("of nothing are none", async () => {
    const response = await app.request("/api/suggest?q=%20");
    expect(await response.json()).toEqual({ suggestions: [] });
  });

  test("refuse a limit out of range", async () => {
    expect((await askProblem("/api/suggest?q=a&limit=500")).status).toBe(400);
  });
});

describe("reports", () => {
  test("come whole, in the documented shape", async () => {
    const response = await app.request(`/api/reports/${countyReport.id}`);
    expect(response.status).toBe(200);
    const report = reportSchema.parse(await response.json());
    expect(report).toEqual(countyReport);
  });

  test.each(["/api/reports/none-2020", "/api/reports/..%2F..%2Fetc", "/api/reports/%E0%A4%A"])(
    "answers 404 at %s",
    async (path) => {
      const problem = await askProblem(path);
      expect([problem.status, problem.code]).toEqual([404, "not_found"]);
    },
  );
});

describe("health", () => {
  test("is 200 while everything answers, else 503 with the same fields", async () => {
    const well = await app.request("/healthz");
    expect(well.status).toBe(200);
    expect(await well.json()).toEqual({
      status: "ok",
      engine: "ok",
      store: "ok",
      reports: 6,
      sections: 27,
    });
    const checkHealth = async () =>
      ({ engine: "starting", store: "ok", reports: 6, sections: 0 }) as const;
    const ill = await createApp(buildDeps({ checkHealth })).request("/healthz");
    expect(ill.status).toBe(503);
    expect(await ill.json()).toMatchObject({ status: "degraded", engine: "starting" });
  });
});

describe("failures", () => {
  test("a method that no route takes is 405 and names those that it takes", async () => {
    const problem = await askProblem("/api/search", { method: "POST" });
    expect([problem.status, problem.code]).toEqual([405, "method_not_allowed"]);
    expect(problem.headers.get("allow")).toBe("GET, HEAD");
  });

  test("an unknown path below the API is 404 in the one shape, whatever the client accepts", async () => {
    const problem = await askProblem("/api/nothing", { headers: { accept: "text/html" } });
    expect(problem.status).toBe(404);
  });

  test("an unforeseen error is logged with its cause and shown without it", async () => {
    const lines: object[] = [];
    const log = { info: () => {}, warn: () => {}, error: (fields: object) => lines.push(fields) };
    const cause = new Error("password=hunter2");
    const loadReport = async () => {
      throw cause;
    };
    const response = await createApp(buildDeps({ loadReport, log })).request("/api/reports/a");
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain("hunter2");
    expect(problemBodySchema.parse(JSON.parse(text)).error.code).toBe("internal_error");
    expect(lines).toEqual([{ requestId: response.headers.get("x-request-id"), err: cause }]);
  });
});

describe("the log", () => {
  test("has a line for each request, without the words searched for", async () => {
    const lines: object[] = [];
    const log = { info: (fields: object) => lines.push(fields), warn: () => {}, error: () => {} };
    const response = await createApp(buildDeps({ log })).request("/api/search?q=secret");
    expect(lines).toEqual([
      {
        requestId: response.headers.get("x-request-id"),
        method: "GET",
        path: "/api/search",
        status: 200,
        ms: expect.any(Number),
      },
    ]);
  });
});
