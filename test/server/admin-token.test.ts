import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { AdminTokenUnusable, loadAdminToken } from "../../server/auth/load-admin-token.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-token-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the token is made once, for this user alone, and told as new once", () => {
  const data = join(folder, "data");
  const first = loadAdminToken(data, undefined);
  expect(first).toEqual({
    token: expect.stringMatching(/^[\w-]{43}$/),
    file: join(data, "admin-token"),
    made: true,
  });
  expect(statSync(join(data, "admin-token")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(data, "admin-token"), "utf8").trim()).toBe(first.token);
  expect(loadAdminToken(data, undefined)).toEqual({ ...first, made: false });
  expect(readdirSync(data)).toEqual(["admin-token"]);
});

test("the token of the settings goes before, and is written nowhere", () => {
  const data = join(folder, "configured");
  expect(loadAdminToken(data, "chosen")).toEqual({ token: "chosen", file: null, made: false });
  expect(readdirSync(folder)).not.toContain("configured");
});

test("a file that is empty or no file is told with what to do", () => {
  const data = join(folder, "broken");
  loadAdminToken(data, undefined);
  writeFileSync(join(data, "admin-token"), "\n");
  expect(() => loadAdminToken(data, undefined)).toThrow(AdminTokenUnusable);
  expect(() => loadAdminToken(data, undefined)).toThrow(/delete it for a new token/);
  expect(() => loadAdminToken(join(data, "admin-token"), undefined)).toThrow(
    /set GONGKAI_ADMIN_TOKEN/,
  );
});
