import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { problemCodes, problems } from "../../server/problem.ts";
import type { ApiRoute } from "../../server/routes/api-route.ts";
import { apiRoutes } from "../../server/routes/api-routes.ts";
import { buildDeps } from "./fixtures.ts";

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly description?: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const docs = await readFile(new URL("../../docs/api.md", import.meta.url), "utf8");

async function loadOpenApi(): Promise<OpenApi> {
  const response = await createApp(buildDeps()).request("/openapi.json");
  return (await response.json()) as OpenApi;
}

/** The part of the page under a heading, up to the next of the same level. */
function readPart(heading: string): string {
  const start = docs.indexOf(`\n## ${heading}\n`);
  const end = docs.indexOf("\n## ", start + 1);
  return start === -1 ? "" : docs.slice(start, end === -1 ? undefined : end);
}

test("the OpenAPI document describes exactly the routes of the API", async () => {
  const { openapi, paths } = await loadOpenApi();
  expect(openapi).toMatch(/^3\.1/);
  const expected = apiRoutes.map((route) => route.path.replaceAll(/:(\w+)/g, "{$1}"));
  expect(Object.keys(paths).toSorted()).toEqual(expected.toSorted());
});

test("every parameter of the OpenAPI document says what it means", async () => {
  const { paths } = await loadOpenApi();
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path)))
    for (const { name, description } of operation.parameters ?? [])
      expect([name, description]).toEqual([name, expect.stringMatching(/\w{3}/)]);
});

test("docs/api.md has a part for every route, with its parameters and answers, and no other", async () => {
  const { paths } = await loadOpenApi();
  const headings = [...docs.matchAll(/^## ((?:GET|POST) .+)$/gm)].map(([, heading]) => heading);
  const name = ({ method = "get", path }: ApiRoute) => `${method.toUpperCase()} ${path}`;
  expect(headings).toEqual(apiRoutes.map(name));
  for (const route of apiRoutes) {
    const part = readPart(name(route));
    const operation = paths[route.path.replaceAll(/:(\w+)/g, "{$1}")]?.[route.method ?? "get"];
    expect(operation?.summary).toBe(route.summary);
    const named = [...part.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    const described = (operation?.parameters ?? []).map(({ name }) => name);
    expect([route.path, new Set(named)]).toEqual([route.path, new Set(described)]);
    for (const code of route.problems) expect(part).toContain(`\`${code}\``);
  }
});

test("docs/api.md lists every error code with its status", () => {
  const part = readPart("Errors");
  const listed = [...part.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]);
  expect(listed).toEqual(problemCodes.map((code) => [code, problems[code].status]));
});
