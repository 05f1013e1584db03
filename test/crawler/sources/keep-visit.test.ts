import { rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import { checkSource } from "../../../crawler/sources/check-source.ts";
import { discoverColumns } from "../../../crawler/sources/discover-columns.ts";
import { PoliteVisitor } from "../../../crawler/sources/polite-visitor.ts";
import { demoDivisions } from "../../../demo/list-demo.ts";
import { openTestArchive, type TestArchive } from "../../archive/open-test-archive.ts";
import { readWarcs } from "../../archive/read-warc.ts";
import { openSmallPortal, type SmallPortal, writePage } from "./open-small-portal.ts";

const host = "http://www.qingshan.gov.test";
const gazetteer = loadGazetteer([demoDivisions]);
let held: TestArchive;
let portal: SmallPortal;
let said: string[];
beforeEach(async () => {
  said = [];
  held = await openTestArchive();
  portal = await openSmallPortal({
    "/": writePage("青山县人民政府门户网站", [
      ["/zwgk/zfxxgknb/", "政府信息公开年报"],
      ["/lost/zfxxgknb/", "落霞镇政府信息公开年报"],
    ]),
    "/zwgk/zfxxgknb/": writePage("政府信息公开年报", [
      ["/zwgk/zfxxgknb/202401/t20240119_1.html", "青山县2023年政府信息公开工作年度报告"],
    ]),
  });
});
afterEach(async () => {
  await portal.close();
  await held.close();
});

const keepFor = (role: "discovery" | "check") => {
  const complain = (sentence: string) => said.push(sentence);
  return { ...portal.deps, keeping: { archive: held.archive, role, complain } };
};
const discover = () => discoverColumns(`${host}/`, { ...keepFor("discovery"), gazetteer });

async function readMetadata() {
  await held.archive.close();
  const records = await readWarcs(held.folder);
  return records
    .filter(({ type }) => type === "metadata")
    .map(({ text }) =>
      Object.fromEntries(
        text
          .trim()
          .split(/\r?\n/u)
          .map((line) => line.split(": ")),
      ),
    );
}

describe("what is fetched without a crawl", () => {
  it("by discovery is archived, failures and robots.txt too", async () => {
    const discovery = await discover();
    expect(discovery.columns).toHaveLength(1);
    const kept = await readMetadata();
    const facts = kept.map(({ address, role, failure }) => [address, role, failure]);
    expect(facts).toEqual([
      [`${host}/robots.txt`, "discovery", "not-found"],
      [`${host}/`, "discovery", undefined],
      [`${host}/zwgk/zfxxgknb/`, "discovery", undefined],
      [`${host}/lost/zfxxgknb/`, "discovery", "not-found"],
    ]);
    expect(said).toEqual([]);
  });

  it("by a check is archived with its source", async () => {
    const deps = keepFor("check");
    const place = { division: "990121", agency: null, entry: `${host}/` };
    const source = { id: "qingshan", ...place, kind: "portal", render: "http", notes: "" } as const;
    const visitor = new PoliteVisitor(deps);
    expect(await checkSource(source, { visitor, now: deps.now })).toMatchObject({ columns: 2 });
    const kept = await readMetadata();
    expect(kept.map(({ source: id, role }) => [id, role])).toEqual([
      ["qingshan", "check"],
      ["qingshan", "check"],
    ]);
  });

  it("is shown all the same where the archive cannot be written, which is told", async () => {
    rmSync(held.folder, { recursive: true, force: true });
    writeFileSync(held.folder, "no folder");
    expect((await discover()).columns).toHaveLength(1);
    expect(said).toHaveLength(4);
    for (const sentence of said)
      expect(sentence).toMatch(/not archived: The archive .* cannot be/u);
  });
});
