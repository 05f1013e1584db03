import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { extract } from "../../command/extract.ts";
import { runProgram } from "../../command/run-program.ts";
import { parseConfig } from "../../config.ts";
import { listDemoFiles } from "../../demo/list-demo.ts";
import { openMemoryTerminal } from "./memory-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-extract-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: readonly string[]) {
  const { terminal, read } = openMemoryTerminal();
  const code = await runProgram(["extract", ...words], {
    version: "1.2.3",
    commands: [extract],
    readConfig: () => parseConfig({}),
    terminal,
  });
  return { code, ...read() };
}

describe("extract --json", () => {
  const [demo] = listDemoFiles();
  const report = demo?.file ?? "";

  it("prints an entry for every file, the refused ones with the reason alone", async () => {
    const recipe = join(folder, "recipe.html");
    writeFileSync(recipe, "<h1>红烧肉</h1><p>五花肉切块。</p>");
    const gone = join(folder, "gone.html");
    const { code, out } = await run("--json", recipe, report, gone);
    expect(code).toBe(1);
    const entries: unknown = JSON.parse(out);
    expect(entries).toEqual([
      { file: recipe, error: expect.stringContaining("no annual report") },
      expect.objectContaining({ file: report, warnings: expect.any(Array) }),
      { file: gone, error: "there is no such file: check the path" },
    ]);
    expect(Array.isArray(entries) && entries[1]).not.toHaveProperty("error");
  });

  it("knows the places that import knows, those of the demo among them", async () => {
    const { code, out } = await run("--json", report);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ division: { code: expect.any(String) } }]);
  });
});
