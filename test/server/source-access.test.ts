import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { AdminGate } from "../../server/auth/admin-gate.ts";
import { buildListening } from "./build-listening.ts";
import { buildDeps } from "./fixtures.ts";
import { adminToken } from "./source-fixtures.ts";

const here = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
const oldHere = { incoming: { ...here.incoming, httpVersion: "1.0" } };
const far = { incoming: { socket: { remoteAddress: "192.0.2.7" } } };
const bearer = { authorization: `Bearer ${adminToken}` };
const ownPage = { origin: "http://localhost", "sec-fetch-site": "same-origin" };
const html = { accept: "text/html" };
const app = createApp(buildDeps());

async function readCookie(): Promise<string> {
  const response = await logIn(adminToken);
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

const logIn = async (token: string, headers: Record<string, string> = ownPage, back = "/sources") =>
  app.request(
    "/sources/login",
    { method: "POST", headers, body: new URLSearchParams({ token, back }) },
    far,
  );

describe("reading", () => {
  const paths = ["/api/sources", "/api/sources/qinghe", "/api/runs", "/sources", "/sources/qinghe"];

  test.each([
    ["this machine", here, {}, 200],
    ["this machine by IPv6", { incoming: { socket: { remoteAddress: "::1" } } }, {}, 200],
    ["a mapped address", { incoming: { socket: { remoteAddress: "::ffff:127.0.0.1" } } }, {}, 200],
    ["another machine", far, {}, 401],
    ["nowhere", undefined, {}, 401],
    ["another machine with the token", far, bearer, 200],
    ["another machine with a wrong token", far, { authorization: "Bearer wrong" }, 401],
    ["a proxy on this machine", here, { "x-forwarded-for": "192.0.2.7" }, 401],
    ["another proxy on this machine", here, { forwarded: "for=192.0.2.7" }, 401],
    ["a proxy that tells the port", here, { "x-forwarded-port": "443" }, 401],
    ["a proxy that tells the client", here, { "True-Client-IP": "192.0.2.7" }, 401],
    ["a proxy that says nothing and speaks HTTP/1.0", oldHere, {}, 401],
  ] as const)("from %s", async (...[, env, headers, status]) => {
    for (const path of paths) {
      const response = await app.request(path, { headers }, env);
      expect([path, response.status]).toEqual([path, status]);
    }
  });

  test("from this machine by a stranger's name is refused: the name was made to lead here", async () => {
    for (const [name, status] of [
      ["evil.test", 401],
      ["127.0.0.1.evil.test", 401],
      ["localhost:3000", 200],
      ["127.0.0.1:3000", 200],
      ["[::1]:3000", 200],
    ] as const) {
      const response = await app.request(`http://${name}/api/sources`, {}, here);
      expect([name, response.status]).toEqual([name, status]);
    }
  });

  test("a page without the right shows where to give the token, and no source", async () => {
    const response = await app.request("/sources?q=青禾", { headers: html }, far);
    const $ = load(await response.text());
    expect(response.status).toBe(401);
    expect($("form[action='/sources/login'] input[name=token]")).toHaveLength(1);
    expect($("input[name=back]").val()).toBe("/sources?q=%E9%9D%92%E7%A6%BE");
    expect($.text()).not.toContain("qinghe");
  });
});

describe("signing in", () => {
  test("gives a cookie that no script and no other site can use", async () => {
    const response = await logIn(` ${adminToken} `, ownPage, "/sources?state=idle");
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      "/sources?state=idle",
    ]);
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    expect(cookie).not.toContain(adminToken);
  });

  test("with a wrong token gives none, and says so on the page", async () => {
    const response = await logIn("wrong");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("location")).toBe("/sources?login=failed");
    const page = await app.request("/sources?login=failed", { headers: html }, far);
    expect(load(await page.text())("[role=alert]").text()).toContain("令牌不对");
  });

  test.each(["https://evil.test/", "//evil.test", "/reports", "/sources\\evil", "/sourcesevil"])(
    "never leads to %s",
    async (back) => {
      expect((await logIn(adminToken, ownPage, back)).headers.get("location")).toBe("/sources");
    },
  );

  test("lets a person read and direct from afar, until it ends or the token changes", async () => {
    const cookie = await readCookie();
    expect((await app.request("/api/sources", { headers: { cookie } }, far)).status).toBe(200);
    const page = await app.request("/sources", { headers: { ...html, cookie } }, far);
    expect(load(await page.text())("form[action='/sources/qinghe/pause']")).toHaveLength(1);
    const forged = cookie.replace(/=\d+/, "=9999999999");
    expect((await app.request("/api/sources", { headers: { cookie: forged } }, far)).status).toBe(
      401,
    );
    const later = new AdminGate(adminToken, () => Date.now() + 13 * 3_600_000);
    const other = new AdminGate("another token");
    for (const gate of [later, other]) {
      const changed = createApp(buildDeps({ gate }));
      expect((await changed.request("/api/sources", { headers: { cookie } }, far)).status).toBe(
        401,
      );
    }
  });

  test("ends by the form that says so", async () => {
    const init = {
      method: "POST",
      headers: ownPage,
      body: new URLSearchParams({ back: "/sources" }),
    };
    const response = await app.request("/sources/logout", init, far);
    expect(response.headers.get("set-cookie")).toMatch(/^gongkai_admin=; .*Max-Age=0/);
  });
});

describe("directing", () => {
  test("by a form of our page leads back to it", async () => {
    const { asked, app } = buildListening();
    const headers = { ...ownPage, cookie: await readCookie() };
    const body = new URLSearchParams({ back: "/sources?q=a&page=2" });
    const response = await app.request(
      "/sources/qinghe/run",
      { method: "POST", headers, body },
      far,
    );
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      "/sources?q=a&page=2",
    ]);
    expect(asked).toEqual(["run qinghe"]);
  });

  test.each([
    ["another site", { origin: "https://evil.test", "sec-fetch-site": "cross-site" }],
    [
      "another port of this machine",
      { origin: "http://localhost:81", "sec-fetch-site": "same-site" },
    ],
    ["an older browser on another site", { origin: "https://evil.test" }],
    ["a page without an origin", { origin: "null" }],
    ["who says nothing of where it comes from", {}],
    [
      "who says one thing and another",
      { origin: "http://localhost", "sec-fetch-site": "cross-site" },
    ],
  ])("by a cookie from %s is refused", async (_, from) => {
    const { asked, app } = buildListening();
    const cookie = await readCookie();
    for (const path of ["/sources/qinghe/pause", "/api/sources/qinghe/pause"]) {
      const init = { method: "POST", headers: { ...from, cookie } };
      expect((await app.request(path, init, here)).status).toBe(403);
    }
    expect((await logIn(adminToken, { ...from })).status).toBe(403);
    expect(asked).toEqual([]);
  });

  test("without the token is refused, on this machine too", async () => {
    const { asked, app } = buildListening();
    for (const path of ["/sources/qinghe/run", "/api/sources/qinghe/run"]) {
      const response = await app.request(path, { method: "POST", headers: ownPage }, here);
      expect(response.status).toBe(401);
    }
    expect(asked).toEqual([]);
  });

  test("takes no body larger than a form, and none that is no form", async () => {
    const large = new URLSearchParams({ token: "x".repeat(20_000) });
    const broken = { ...ownPage, "content-type": "multipart/form-data; boundary=a" };
    for (const [body, headers] of [
      [large, ownPage],
      ["--b", broken],
    ] as const) {
      const response = await app.request("/sources/login", { method: "POST", headers, body });
      expect(response.status).toBe(400);
    }
  });
});
