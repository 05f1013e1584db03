import { describe, expect, test } from "vitest";
import type { Report } from "../../corpus/report.ts";
import { createApp } from "../../server/app.ts";
import { countyReport } from "./fixture-report.ts";
import { buildDeps } from "./fixtures.ts";

const bytes = new TextEncoder().encode("<script>alert(1)</script>");
const path = `/api/reports/${countyReport.id}/original`;

function serve(capture: Partial<Report["capture"]>) {
  const opened: string[] = [];
  const report = { ...countyReport, capture: { ...countyReport.capture, ...capture } };
  const app = createApp(
    buildDeps({
      loadReport: async () => report,
      openOriginal: async (digest) => {
        opened.push(digest);
        return bytes;
      },
    }),
  );
  return { app, opened };
}

describe("an archived original", () => {
  test("comes byte for byte, in a sandbox that runs nothing", async () => {
    const { app, opened } = serve({});
    const response = await app.request(path);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(opened).toEqual(["a".repeat(64)]);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/^sandbox; default-src 'none';/);
    expect(policy).not.toMatch(/script-src|allow-scripts/);
  });

  test("is handed over as a file where that is asked for", async () => {
    const { app } = serve({});
    const response = await app.request(`${path}${path.includes("?") ? "&" : "?"}download=1`);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
  });

  test.each([
    ["application/pdf"],
    ["image/svg+xml"],
    ["application/xhtml+xml"],
    ["text/xml"],
    ["TEXT/HTML\r\nX-Evil: 1"],
    [""],
  ])("of type %j is handed over as a file", async (mediaType) => {
    const response = await serve({ mediaType }).app.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"$/);
    expect(response.headers.get("x-evil")).toBeNull();
  });

  test("keeps a charset only where it is a plain word", async () => {
    const plain = await serve({ charset: "gb18030" }).app.request(path);
    expect(plain.headers.get("content-type")).toBe("text/html; charset=gb18030");
    const odd = await serve({ charset: 'x"; evil' }).app.request(path);
    expect(odd.headers.get("content-type")).toBe("text/html");
  });

  test("of another version is opened by its digest, of another report is not", async () => {
    const { app, opened } = serve({});
    const held = await app.request(`${path}?digest=${"b".repeat(64)}`);
    expect(held.status).toBe(200);
    const other = await app.request(`${path}?digest=${"e".repeat(64)}`);
    expect(other.status).toBe(404);
    expect(opened).toEqual(["b".repeat(64)]);
    expect((await app.request(`${path}?digest=..%2F..`)).status).toBe(400);
  });

  test("is not sent again to a client that has it", async () => {
    const { app } = serve({});
    const etag = (await app.request(path)).headers.get("etag") ?? "";
    const again = await app.request(path, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("that the archive lost is 404, one that was changed is 500", async () => {
    const lost = createApp(buildDeps({ openOriginal: async () => null }));
    expect((await lost.request(path)).status).toBe(404);
    class ArchiveDamaged extends Error {
      override readonly name = "ArchiveDamaged";
    }
    const openOriginal = async () => {
      throw new ArchiveDamaged("changed");
    };
    const response = await createApp(buildDeps({ openOriginal })).request(path);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error: { code: "archive_damaged" } });
  });
});
