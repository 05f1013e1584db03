import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { failures } from "../../corpus/failure.ts";
import { contentChanges } from "../../corpus/visit-record.ts";
import { revisitDays } from "../../crawler/crawl/plan-revisit.ts";
import { loadSourceList } from "../../crawler/sources/load-source-list.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";

const readDocs = (name: string) => readFileSync(join(import.meta.dirname, "../..", name), "utf8");
const docs = readDocs("docs/crawling.md");

describe("docs/crawling.md", () => {
  it("has a row for every failure, in the order of the code", () => {
    const rows = [
      ...docs.matchAll(/^\| `([\w-]+)` \| (retry|later|give-up|stop-host) \| (.+) \|$/gmu),
    ];
    expect(rows.map(([, name, next, meaning]) => ({ name, next, meaning }))).toEqual(
      Object.entries(failures).map(([name, { next, meaning }]) => ({ name, next, meaning })),
    );
  });

  it("has a row for every change", () => {
    const part = docs.slice(docs.indexOf("## What became"), docs.indexOf("## Schedule"));
    const rows = [...part.matchAll(/^\| `(\w+)` \|/gmu)].map(([, name]) => name);
    expect(rows).toEqual([...contentChanges]);
  });

  it("tells the rhythm in which reports are visited again", () => {
    const { old, young, youngFor, failed } = revisitDays;
    expect(docs).toContain(
      `after ${old} days; those first found in the last ${youngFor} days after ${young} days`,
    );
    expect(docs).toContain(`Addresses that gave nothing: after ${failed} days`);
  });

  it.each(["README.md", "README.zh-CN.md"])("%s counts the sources of the list", (name) => {
    const count = loadSourceList(loadGazetteer([])).length;
    expect(readDocs(name)).toMatch(new RegExp(`${count} (?:real portals|个真实网站)`, "u"));
  });
});
