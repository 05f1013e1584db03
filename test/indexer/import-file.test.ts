import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openArchive } from "../../corpus/archive/open-archive.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { loadHoldings } from "../../corpus/store/holdings.ts";
import { loadReport } from "../../corpus/store/load-report.ts";
import { openStore } from "../../corpus/store/open-store.ts";
import { demoDivisions, listDemoFiles } from "../../demo/list-demo.ts";
import { importFile, type ImportTargets } from "../../indexer/import-file.ts";
import { buildCapture, readReport } from "../../indexer/read-report.ts";
import { listFiles } from "../../indexer/list-files.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-import-"));
const unknown = { address: null, agency: null, year: null, demo: false };
let targets: ImportTargets;

beforeAll(async () => {
  const store = await openStore({ file: join(folder, "gongkai.db") });
  targets = {
    store,
    archive: await openArchive({ folder: join(folder, "archive"), store }),
    gazetteer: loadGazetteer([demoDivisions]),
    readClock: () => "2024-02-01T00:00:00.000Z",
  };
});

afterAll(async () => {
  await targets.archive.close();
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
      reason: expect.stringContaining("48 MB, more than the 16 MB"),
    });
  });

  it("refuses a file that is gone", async () => {
    const outcome = await importFile({ ...unknown, file: join(folder, "gone.html") }, targets);
    expect(outcome).toMatchObject({ state: "refused", reason: expect.stringContaining("ENOENT") });
  });
});

describe("what a person says", () => {
  const report = [
    "2022年政府信息公开工作年度报告",
    "数据统计期限自2021年1月1日起至2021年12月31日止。",
    "一、总体情况",
    "全年主动公开信息12条，没有申请。",
    "二、主动公开政府信息情况",
    "略。",
    "三、其他需要报告的事项",
    "无。",
  ].join("\n");

  it("settles the doubts about the body and the year", async () => {
    const input = { ...unknown, bytes: Buffer.from(report), file: "a.txt" };
    const read = async (known: object) =>
      (await readReport({ ...input, agency: "云岭不知名局", ...known }, targets.gazetteer))
        .warnings;
    expect((await read({})).join()).not.toContain("没有找到发布机关的名称");
    expect(await read({})).toEqual(
      expect.arrayContaining([
        "无法确定“云岭不知名局”属于哪个行政区划。",
        "标题写的是2022年，统计期限却是2021年，请核对年度。",
      ]),
    );
    expect(await read({ agency: "青山县教育局", year: 2021 })).toEqual([
      "没有找到可以读取的统计表（可能是图片或附件）。",
    ]);
  });
});

describe("the audit", () => {
  it("judges by what a person says", async () => {
    const text =
      "2022年政府信息公开工作年度报告\n统计期限自2021年1月1日起至2021年12月31日止。\n一、总体情况\n好。\n二、主动公开政府信息情况\n略。";
    const input = { ...unknown, bytes: Buffer.from(text), file: "a.txt", agency: "青山县教育局" };
    const judge = async (year: number | null) =>
      (await readReport({ ...input, year }, targets.gazetteer)).findings.find(
        ({ rule }) => rule === "L-b",
      );
    expect(await judge(null)).toMatchObject({ verdict: "fails", expected: 2022 });
    expect(await judge(2021)).toMatchObject({ verdict: "holds", expected: 2021 });
  });
});

describe("a capture", () => {
  it.each([
    ["utf-8", '<?xml version="1.0"?><a>年报</a>'],
    ["utf-8", "<p>年报</p>"],
    [null, "%PDF-1.7"],
  ])("is decoded with %s: %s", (charset, words) => {
    const input = { ...unknown, bytes: Buffer.from(words), file: "a" };
    expect(buildCapture(input, "2024-02-01T00:00:00.000Z").charset).toBe(charset);
  });
});

describe("listing files", () => {
  it("follows links, each folder once, and passes over folders that hold nothing", async () => {
    const root = join(folder, "tree");
    mkdirSync(join(root, "b", "empty"), { recursive: true });
    const target = keep("linked.html", "x");
    symlinkSync(target, join(root, "a.html"));
    symlinkSync(root, join(root, "b", "loop"));
    symlinkSync(join(folder, "archive"), join(root, "c"));
    const files = await listFiles([root]);
    expect(files[0]).toEqual({ file: join(root, "a.html"), fault: null });
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(files.slice(1).every(({ file }) => file.startsWith(join(root, "c")))).toBe(true);
    expect(await listFiles([join(root, "b", "empty")])).toEqual([
      { file: join(root, "b", "empty"), fault: "the folder is empty" },
    ]);
  });

  it("names a link that leads nowhere and lists the rest", async () => {
    const root = join(folder, "broken");
    mkdirSync(root);
    symlinkSync(join(root, "nowhere"), join(root, "a.html"));
    symlinkSync(join(root, "b.html"), join(root, "b.html"));
    writeFileSync(join(root, "c.html"), "x");
    expect(await listFiles([root])).toEqual([
      { file: join(root, "a.html"), fault: "there is no such file: check the path" },
      {
        file: join(root, "b.html"),
        fault: "cannot be read (ELOOP): check the path and its rights",
      },
      { file: join(root, "c.html"), fault: null },
    ]);
  });

  it.skipIf(process.getuid?.() === 0)(
    "names a folder without rights and lists the rest",
    async () => {
      const root = join(folder, "closed");
      mkdirSync(join(root, "a"), { recursive: true });
      writeFileSync(join(root, "b.html"), "x");
      chmodSync(join(root, "a"), 0);
      const files = await listFiles([root]);
      chmodSync(join(root, "a"), 0o700);
      expect(files).toEqual([
        { file: join(root, "a"), fault: "the folder cannot be read (EACCES): check its rights" },
        { file: join(root, "b.html"), fault: null },
      ]);
    },
  );

  it("walks folders by name and says what cannot be", async () => {
    const files = await listFiles([join(folder, "archive"), join(folder, "nowhere")]);
    expect(files.at(-1)).toMatchObject({ fault: expect.stringContaining("no such file") });
    const kept = files.slice(0, -1).map((listed) => listed.file);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(kept.toSorted());
  });
});

async function count(): Promise<unknown> {
  const archived = await targets.store.db.selectFrom("archive_record").select("digest").execute();
  return { archived: archived.length, ...(await loadHoldings(targets.store)) };
}
