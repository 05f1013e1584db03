import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InvalidSetting, parseConfig, settings } from "../config.ts";

const docs = readFileSync(join(import.meta.dirname, "..", "docs", "settings.md"), "utf8");

describe("settings", () => {
  it("have defaults that need nothing from the environment", () => {
    expect(parseConfig({})).toEqual({
      dataFolder: "data",
      host: "127.0.0.1",
      port: 3000,
      ocr: "off",
      logLevel: "info",
    });
  });

  it("take an empty variable as not set", () => {
    expect(parseConfig({ GONGKAI_PORT: "", MEILI_URL: "" }).port).toBe(3000);
  });

  it("name every variable that cannot be used, in one sentence", () => {
    const env = { GONGKAI_PORT: "70000", MEILI_URL: "nowhere" };
    expect(() => parseConfig(env)).toThrow(InvalidSetting);
    expect(() => parseConfig(env)).toThrow(/GONGKAI_PORT .*; MEILI_URL must begin with http/);
  });

  it("are all in docs/settings.md, and nothing else is", () => {
    const rows = [...docs.matchAll(/^\| `([A-Z_]+)` \| (.+) \| (.+) \|$/gm)];
    const documented = rows.map(([, env, fallback, meaning]) => ({ env, fallback, meaning }));
    const defaults: Readonly<Record<string, string | number | undefined>> = parseConfig({});
    const known = Object.entries(settings).map(([name, { env, meaning }]) => ({
      env,
      fallback: defaults[name] === undefined ? "none" : `\`${defaults[name]}\``,
      meaning,
    }));
    expect(documented).toEqual(known);
  });
});
