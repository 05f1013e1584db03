import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Form, FormTable } from "../../corpus/forms/form.ts";
import { form2008 } from "../../corpus/forms/form-2008.ts";
import { form2014 } from "../../corpus/forms/form-2014.ts";
import { form2019 } from "../../corpus/forms/form-2019.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { detectForm, findForm, findFormTable, forms } from "../../corpus/forms/forms.ts";
import { normalizeLabel } from "../../corpus/forms/normalize-label.ts";
import { describeForms } from "./describe-forms.ts";

function countCells({ blocks }: FormTable): number {
  return blocks.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
}

function listLabels(form: Form): readonly string[] {
  return form.tables.flatMap(({ blocks }) =>
    blocks.flatMap(({ rows, columns, heading, corner }) => [
      heading ?? "",
      corner ?? "",
      ...rows.map(({ label }) => label),
      ...columns.map(({ label }) => label),
    ]),
  );
}

describe("forms", () => {
  it.each([
    ["2021", form2021, [10, 175, 15]],
    ["2019", form2019, [22, 161, 15]],
    ["2014", form2014, [58]],
  ] as const)("%s has as many cells as the official tables", (_, form, counts) => {
    expect(form.tables.map(countCells)).toEqual(counts);
  });

  it("2008 has the rows of both families: 19 of Fujian's, and those that Shanghai's codes name", () => {
    const rows = form2008.tables.flatMap(({ blocks }) => blocks.flatMap((block) => block.rows));
    expect(rows.filter(({ key }) => key.startsWith("received"))).toHaveLength(7);
    expect(rows.filter(({ key }) => key.startsWith("answered.denied."))).toHaveLength(12);
    expect(rows.filter(({ key }) => key.startsWith("fees"))).toHaveLength(12);
    const codes = rows.flatMap(({ variants = [] }) =>
      variants.flatMap((wording) => /^免予公开范围(\d)$/u.exec(wording)?.[1] ?? []),
    );
    expect(codes).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  it("2008 and 2014 name what both count alike", () => {
    const wordings = (form: Form): ReadonlyMap<string, string> =>
      new Map(
        form.tables.flatMap(({ blocks }) =>
          blocks.flatMap(({ rows }) =>
            rows
              .filter(({ key }) => /^(?:published|received|answered)/u.test(key))
              .map(({ key, label }) => [normalizeLabel(label), key] as const),
          ),
        ),
      );
    const older = wordings(form2008);
    const shared = [...wordings(form2014)].filter(([words]) => older.has(words));
    expect(shared.length).toBeGreaterThan(3);
    for (const [words, key] of shared) expect(key).toBe(older.get(words));
  });

  it.each(forms)("$id names each row and each column once", ({ tables }) => {
    for (const { blocks } of tables) {
      const rows = blocks.flatMap((block) => block.rows.map(({ key }) => key));
      expect(new Set(rows).size).toBe(rows.length);
      for (const { columns } of blocks)
        expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
    }
  });

  it.each(forms)("$id has no wording that means two rows of one group", ({ tables }) => {
    for (const { blocks } of tables) {
      const wordings = blocks.flatMap(({ rows }) =>
        rows.flatMap(({ label, variants = [], groupKey = "" }) =>
          [...new Set([label, ...variants].map(normalizeLabel))].map(
            (words) => `${groupKey}/${words}`,
          ),
        ),
      );
      expect(new Set(wordings).size).toBe(wordings.length);
    }
  });

  it.each(forms)("$id is detected by its own labels, whatever their width and spaces", (form) => {
    expect(detectForm(listLabels(form))).toBe(form);
    const damaged = listLabels(form).map((label) =>
      label.split("").join(" ").replaceAll("（", "(").replaceAll("）", ")"),
    );
    expect(detectForm(damaged)).toBe(form);
  });

  it("are not detected where labels tell nothing, or two layouts as much", () => {
    expect(detectForm([])).toBeNull();
    expect(detectForm(["行政许可", "自然人", "总计"])).toBeNull();
    expect(detectForm(["历年累计", "采购总金额"])).toBeNull();
  });

  it("are found by id, and their tables by key", () => {
    expect(findForm("2021")).toBe(form2021);
    expect(findForm("2014")).toBe(form2014);
    expect(findFormTable(form2019, "disputes")?.layout).toBe("line");
    expect(findFormTable(form2008, "requests")).toBeNull();
  });

  it("are listed in docs/forms.md", () => {
    const docs = readFileSync(join(import.meta.dirname, "../../docs/forms.md"), "utf8");
    expect(docs).toBe(describeForms());
  });
});
