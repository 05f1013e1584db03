import { gunzipSync } from "node:zlib";
import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { buildDeps } from "./fixtures.ts";

const app = createApp(buildDeps());
const html = { accept: "text/html" };

describe("every answer", () => {
  test.each(["/", "/nothing", "/api/search?q=a", "/api/search?page=0", "/healthz"])(
    "at %s carries the security headers and a request id",
    async (path) => {
      const { headers } = await app.request(path, { headers: html });
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("x-request-id")).toMatch(/^[\w-]{8,}$/);
    },
  );
});

describe("pages", () => {
  test("hold no script, style or handler of their own", async () => {
    for (const path of ["/", "/?q=行政处罚", "/reports/980102-1f3a9c2e-2024", "/nothing"]) {
      const $ = load(await (await app.request(path, { headers: html })).text());
      expect($("script:not([src^='/assets/']), style, [style], base, iframe").length).toBe(0);
      const attributes = $("*")
        .toArray()
        .flatMap((element) => Object.entries("attribs" in element ? element.attribs : {}));
      expect(attributes.length).toBeGreaterThan(50);
      const active = attributes.filter(
        ([name, value]) => name.startsWith("on") || /^\s*javascript:/i.test(value),
      );
      expect(active).toEqual([]);
    }
  });

  test("are answered with 304 while they stay the same", async () => {
    const first = await app.request("/?q=行政处罚", { headers: html });
    const etag = first.headers.get("etag") ?? "";
    expect(etag).not.toBe("");
    const headers = { ...html, "if-none-match": etag };
    expect((await app.request("/?q=行政处罚", { headers })).status).toBe(304);
  });

  test("are compressed for clients that take it", async () => {
    const headers = { ...html, "accept-encoding": "gzip" };
    const response = await app.request("/?q=行政处罚", { headers });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("vary")).toContain("Accept-Encoding");
    const body = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(body).toContain("</html>");
  });
});

describe("assets", () => {
  test("that a page names are all there, and may be kept for good", async () => {
    const body = await (await app.request("/", { headers: html })).text();
    const paths = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    expect(paths.length).toBeGreaterThan(4);
    for (const path of paths) {
      const response = await app.request(path ?? "");
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get("cache-control")).toContain("immutable");
    }
  });

  test("import one another by names that exist", async () => {
    const body = await (await app.request("/", { headers: html })).text();
    const modules = [...body.matchAll(/type="module" src="([^"]+)"/g)].map(
      ([, path]) => path ?? "",
    );
    const imported: string[] = [];
    for (const path of modules) {
      const code = await (await app.request(path)).text();
      imported.push(...[...code.matchAll(/from "([^"]+)"/g)].map(([, name]) => name ?? ""));
    }
    expect(imported.length).toBeGreaterThan(0);
    for (const path of imported) expect(modules).toContain(path);
  });

  test("of another name are 404", async () => {
    for (const path of ["/assets/site.css", "/assets/..%2fapp.ts", "/assets/"]) {
      expect((await app.request(path)).status).toBe(404);
    }
  });

  test("load nothing from another host", async () => {
    const body = await (await app.request("/", { headers: html })).text();
    const style = /rel="stylesheet" href="([^"]+)"/.exec(body)?.[1] ?? "";
    const css = await (await app.request(style)).text();
    expect(css).not.toMatch(/url\(|@import/);
  });
});
