import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit } from "../../command/audit.ts";
import { runProgram } from "../../command/run-program.ts";
import { parseConfig } from "../../config.ts";
import { openMemoryTerminal } from "./memory-terminal.ts";

const reports = join(import.meta.dirname, "../../demo/reports");
const sound = join(reports, "liuquan-2022.html");
const wrong = join(reports, "luoxia-2022.txt");

async function run(...words: readonly string[]) {
  const { terminal, read } = openMemoryTerminal();
  const readConfig = () => parseConfig({});
  const code = await runProgram(["audit", ...words], {
    version: "0",
    commands: [audit],
    readConfig,
    terminal,
  });
  return { code, ...read() };
}

describe("gongkai audit", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "gongkai-audit-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function writeDraft(name: string, change: (text: string) => string): string {
    const file = join(folder, name);
    writeFileSync(file, change(readFileSync(join(reports, "lanwan-market-2022.txt"), "utf8")));
    return file;
  }

  it("finds nothing to mend in a sound draft", async () => {
    const { code, out, err } = await run(sound);
    expect(out).toContain("结论：没有发现必须改正的问题。");
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  it("says in words what does not add up, and fails", async () => {
    const { code, out } = await run(wrong);
    expect(code).toBe(1);
    expect(out).toContain("必须改正（2）");
    expect(out).toContain("[勾稽不符 T3-a] 自然人：本年新收 6 + 上年结转 0 = 6");
    expect(out).toContain("结论：有 2 处必须改正。");
  });

  it("quotes the sentence that contradicts a table", async () => {
    const file = writeDraft("prose.txt", (text) => text.replace("办结28件", "办结31件"));
    const { code, out } = await run(file);
    expect(code).toBe(1);
    expect(out).toContain("[正文与表格 P-c] 正文写办结申请 31，表中 28，不符");
    expect(out).toMatch(/原文：.*办结31件/u);
  });

  it("prints the same as JSON", async () => {
    const { code, out } = await run("--json", wrong);
    const result = JSON.parse(out) as {
      readonly passed: boolean;
      readonly year: number;
      readonly issues: readonly { readonly rule: string; readonly facts: readonly string[] }[];
    };
    expect(code).toBe(1);
    expect(result).toMatchObject({ passed: false, year: 2022 });
    expect(result.issues[0]).toMatchObject({ rule: "T3-a", kind: "sums", severity: "error" });
    expect(result.issues[0]?.facts).toContain("requests.newReceived.naturalPerson");
  });

  it("holds a draft against the report of the year before", async () => {
    const [before, after] = ["qingshan-2022.html", "liuquan-2023.html"].map((file) =>
      join(reports, file),
    );
    const { out } = await run("--against", before ?? "", after ?? "");
    expect(out).toContain("[与上年衔接 X-1] 申请结转：两份报告不是同一机关的，无法判断");
    const same = await run("--against", sound, after ?? "");
    expect(same.out).not.toContain("与上年衔接");
  });

  it("tells wrong usage from a file that cannot be read", async () => {
    const notes = join(folder, "notes.txt");
    writeFileSync(notes, "今天开会。");
    expect((await run()).code).toBe(2);
    expect((await run(folder)).code).toBe(2);
    expect((await run(join(folder, "absent.txt"))).code).toBe(2);
    expect((await run("--against", join(folder, "absent.txt"), sound)).code).toBe(2);
    const { code, err } = await run(notes);
    expect({ code, isNamed: err.includes("notes.txt: ") }).toEqual({ code: 1, isNamed: true });
  });
});
