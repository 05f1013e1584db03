import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Archive } from "../../corpus/archive.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { loadHoldings } from "../../corpus/store/holdings.ts";
import { loadReport } from "../../corpus/store/load-report.ts";
import { openStore } from "../../corpus/store/open-store.ts";
import { demoDivisions, listDemoFiles } from "../../demo/list-demo.ts";
import { importFile, type ImportTargets } from "../../indexer/import-files.ts";
import { listFiles } from "../../indexer/list-files.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-import-"));
const unknown = { address: null, agency: null, year: null, demo: false };
let targets: ImportTargets;

beforeAll(async () => {
  targets = {
    store: await openStore({ file: join(folder, "gongkai.db") }),
    archive: new Archive(join(folder, "archive")),
    gazetteer: loadGazetteer([demoDivisions]),
    readClock: () => "2024-02-01T00:00:00.000Z",
  };
});

afterAll(async () => {
  await targets.store.close();
  rmSync(folder, { recursive: true });
});

function keep(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe("importing a file", () => {
  it("keeps the original to the byte and the report that it tells", async () => {
    const [demo] = listDemoFiles();
    const file = demo?.file ?? "";
    const outcome = await importFile({ ...unknown, file, address: demo?.address ?? null }, targets);
    expect(outcome.state).toBe("new");
    const report = await loadReport(targets.store, "reportId" in outcome ? outcome.reportId : "");
    const original = await targets.archive.read(report?.capture.digest ?? "");
    expect(Buffer.from(original ?? []).equals(readFileSync(file))).toBe(true);
    expect(report?.capture.address).toBe(demo?.address);
    expect(
      (await importFile({ ...unknown, file, address: demo?.address ?? null }, targets)).state,
    ).toBe("same");
  });

  it("takes from outside what the file does not say", async () => {
    const file = keep(
      "anonymous.txt",
      [
        "政府信息公开工作年度报告",
        "一、总体情况",
        "全年主动公开信息12条。",
        "二、主动公开政府信息情况",
        "第二十条第（五）项 信息内容 本年处理决定数量 行政许可 3",
        "三、收到和处理政府信息公开申请情况",
        "无。",
        "四、政府信息公开行政复议、行政诉讼情况",
        "无。",
      ].join("\n"),
    );
    const refused = await importFile({ ...unknown, file }, targets);
    expect(refused).toMatchObject({
      state: "refused",
      reason: expect.stringContaining("--agency"),
    });
    const named = await importFile(
      { ...unknown, file, agency: "青山县教育局", year: 2021 },
      targets,
    );
    expect(named.state).toBe("new");
    const report = await loadReport(targets.store, "reportId" in named ? named.reportId : "");
    expect(report).toMatchObject({ agency: "青山县教育局", year: 2021, level: "county" });
  });

  it.each([
    ["empty.html", "", /empty/i],
    ["binary.html", Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256), /./],
    ["recipe.html", "<h1>红烧肉</h1><p>五花肉切块，冷水下锅焯水。</p>", /report/i],
    ["unclosed.html", `<table><tr><td>${"<td>1".repeat(10_000)}`, /./],
    ["utf16.txt", Buffer.from("﻿天气晴", "utf16le"), /./],
  ])("refuses %s with a sentence and keeps nothing of it", async (name, content, reason) => {
    const before = await count();
    const outcome = await importFile({ ...unknown, file: keep(name, content) }, targets);
    expect(outcome).toMatchObject({ state: "refused", reason: expect.stringMatching(reason) });
    expect(await count()).toEqual(before);
  });

  it("refuses 50 MB before reading them", async () => {
    const file = keep("huge.html", "");
    truncateSync(file, 50_000_000);
    expect(await importFile({ ...unknown, file }, targets)).toMatchObject({
      state: "refused",
      reason: expect.stringContaining("more than the 32 MB"),
    });
  });

  it("refuses a file that is gone", async () => {
    const outcome = await importFile({ ...unknown, file: join(folder, "gone.html") }, targets);
    expect(outcome).toMatchObject({ state: "refused", reason: expect.stringContaining("ENOENT") });
  });
});

describe("listing files", () => {
  it("walks folders by name and says what cannot be", async () => {
    const files = await listFiles([join(folder, "archive"), join(folder, "nowhere")]);
    expect(files.at(-1)).toMatchObject({ fault: expect.stringContaining("no such file") });
    const kept = files.slice(0, -1).map((listed) => listed.file);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(kept.toSorted());
  });
});

async function count(): Promise<unknown> {
  const archived = readdirSync(join(folder, "archive"), { recursive: true }).length;
  return { archived, ...(await loadHoldings(targets.store)) };
}
