import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import type { Finding } from "../../corpus/finding.ts";
import { findForm } from "../../corpus/forms/forms.ts";
import { auditReport } from "../../indexer/audit/main.ts";
import { extractReport } from "../../indexer/extract/main.ts";

/** Real reports lie beside the project where it is developed; elsewhere these tests are left out. */
const folder = join(import.meta.dirname, "../../../shared/corpus");
const isHere = existsSync(join(folder, "expected.json"));
if (!isHere)
  process.stdout.write("The folder of real reports is absent: audits of them are skipped.\n");

describe.skipIf(!isHere)("audits of real reports", () => {
  let gazetteer: Gazetteer;
  beforeAll(() => {
    gazetteer = loadGazetteer();
  });

  async function audit(file: string): Promise<readonly Finding[]> {
    const bytes = readFileSync(join(folder, file));
    const extraction = await extractReport({ bytes, file, address: null }, gazetteer);
    const form = extraction.form === null ? null : findForm(extraction.form);
    return auditReport({ ...extraction, form });
  }

  it.each([
    ["gulerluk-2022.txt", ["P-a", "P-f", "P-g"]],
    ["guanzhuang-2024.txt", ["P-a", "P-f", "P-g"]],
    ["jingfeng-2017.txt", ["P-a", "P-f", "P-g"]],
    ["wuqia-2020.txt", ["P-a", "P-f", "P-g"]],
    ["huji-2024.txt", ["P-a"]],
  ])("%s: no false alarm, and the prose is read", async (file, rules) => {
    const findings = await audit(file);
    expect(findings.filter(({ verdict }) => verdict === "fails")).toEqual([]);
    const told = findings.filter(
      ({ rule, verdict }) => rule.startsWith("P") && verdict === "holds",
    );
    expect(told.map(({ rule }) => rule)).toEqual(rules);
  });

  it("explains why 12 penalties published and 75 in the table are no contradiction", async () => {
    const finding = (await audit("guanzhuang-2024.txt")).find(({ rule }) => rule === "P-i");
    expect(finding).toMatchObject({ verdict: "cannotTell", actual: 12, expected: 75 });
    expect(finding?.message).toContain("句中括号内另有 75，与表一致");
    expect(finding?.facts).toEqual(["disclosure.penalties.decisions"]);
  });
});
