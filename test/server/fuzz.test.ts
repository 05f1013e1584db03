import fc from "fast-check";
import { expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { problemBodySchema } from "../../server/problem.ts";
import { apiRoutes } from "../../server/routes/api-routes.ts";
import { pageRoutes } from "../../server/routes/page-routes.ts";
import { countyReport } from "./fixture-report.ts";
import { buildDeps } from "./fixtures.ts";

const app = createApp(buildDeps());
const view = { path: "/reports/:id/original/view" };
const paths = [...apiRoutes, ...pageRoutes, view].map((route) => route.path);
const versioned = ["fact", "from", "to"];
const keys = ["q", "region", "year", "section", "level", "form", "kind", "sort", "page", "size"];

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "\u0000\u0001\u001b",
    '"“」',
    "-",
    '"""""',
    "。，、！",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "__proto__",
    "constructor",
    "toString",
    "1e309",
    "-1",
    "NaN",
    "１２",
    "公".repeat(600),
    "\ud800",
  ),
);
const id = fc.oneof(fc.constant(countyReport.id), hostile);
const params = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...keys, ...versioned, "digest", "limit", "__proto__"), hostile),
    hostile,
  ),
  { maxLength: 8 },
);
const accept = fc.constantFrom("text/html", "application/json", "*/*");
const method = fc.constantFrom("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

/** Percent-encodes anything, lone surrogates too. */
const encode = (text: string): string => new URLSearchParams({ k: text }).toString().slice(2);

test("no request makes the server fail, and every refusal by the API has the one shape", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ path: fc.constantFrom(...paths), id, params, accept, method }),
      async ({ path, id, params, accept, method }) => {
        const search = params.map(([key, value]) => `${encode(key)}=${encode(value)}`).join("&");
        const url = `${path.replace(":id", encode(id) || "x")}?${search}`;
        const response = await app.request(url, { method, headers: { accept } });
        expect(response.status).toBeLessThan(500);
        const body = await response.text();
        const refused = response.status >= 400 && path.startsWith("/api") && method !== "HEAD";
        expect(refused ? problemBodySchema.parse(JSON.parse(body)).error.code : "fine").not.toBe(
          "",
        );
        const isPage = pageRoutes.some((route) => route.path === path);
        expect(isPage && body.includes("<script>alert")).toBe(false);
      },
    ),
    { numRuns: 400 },
  );
});

test("a path that is no valid percent-encoding is refused", async () => {
  for (const path of ["/%", "/reports/%ff", "/api/reports/%zz/original", "/assets/%00"]) {
    expect((await app.request(path)).status).toBeLessThan(500);
  }
});
