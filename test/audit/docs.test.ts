import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { auditRules } from "../../indexer/audit/audit-rules.ts";

const docs = readFileSync(join(import.meta.dirname, "../../docs/audits.md"), "utf8");

describe("docs/audits.md", () => {
  it("explains each rule in the words of the code", () => {
    for (const { code, title, formula, zh, en } of auditRules) {
      const [, section = ""] = docs.split(`### ${code} ${title}\n`);
      const own = section.split("\n### ")[0] ?? "";
      expect(own).toContain(`\`${formula}\``);
      expect(own).toContain(zh);
      expect(own).toContain(en);
    }
  });

  it("names no rule that the code does not have", () => {
    const named = [...docs.matchAll(/^### (\S+)/gmu)].map(([, code]) => code);
    expect(named).toEqual(auditRules.map(({ code }) => code));
  });
});
