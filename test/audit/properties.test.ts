import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Form } from "../../corpus/forms/form.ts";
import { form2019 } from "../../corpus/forms/form-2019.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { findFormTable } from "../../corpus/forms/forms.ts";
import type { Section } from "../../corpus/section.ts";
import { auditAcrossYears, auditReport } from "../../indexer/audit/main.ts";
import { requestsColumns } from "../../indexer/audit/requests-columns.ts";
import { buildFacts, buildReport, type Values } from "./build-report.ts";

const intake = ["newReceived", "carriedOver", "resultTotal", "carriedForward"];
const parts = requestsColumns.filter(({ key }) => key !== "total").map(({ key }) => key);
const results = ["upheld", "corrected", "otherResult", "pending"];
const groups = ["review", "litigationDirect", "litigationAfterReview"];
const small = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(40), fc.nat(90_000));

function listOutcomes(form: Form): readonly string[] {
  const rows = findFormTable(form, "requests")?.blocks.flatMap(({ rows }) => rows) ?? [];
  return rows.map(({ key }) => key).filter((key) => !intake.includes(key));
}

/** Tables that add up: outcomes and what is left over are drawn, all sums follow. */
function drawValues(form: Form): fc.Arbitrary<Record<string, number>> {
  const outcomes = listOutcomes(form);
  const free = [...outcomes, "carriedForward", "carriedOver"].length * parts.length;
  return fc
    .tuple(
      fc.array(small, { minLength: free, maxLength: free }),
      fc.array(small, { minLength: 40, maxLength: 40 }),
    )
    .map(([cells, others]) => {
      const values: Record<string, number> = {};
      let at = 0;
      for (const column of parts) {
        let sum = 0;
        for (const row of outcomes) sum += values[`${row}.${column}`] = cells[at++] ?? 0;
        const left = cells[at++] ?? 0;
        const over = Math.min(cells[at++] ?? 0, sum + left);
        values[`resultTotal.${column}`] = sum;
        values[`carriedForward.${column}`] = left;
        values[`carriedOver.${column}`] = over;
        values[`newReceived.${column}`] = sum + left - over;
      }
      for (const row of [...outcomes, ...intake]) {
        values[`${row}.total`] = parts.reduce(
          (sum, column) => sum + (values[`${row}.${column}`] ?? 0),
          0,
        );
      }
      at = 0;
      for (const row of groups) {
        let sum = 0;
        for (const column of results) sum += values[`${row}.${column}`] = others[at++] ?? 0;
        values[`${row}.total`] = sum;
      }
      for (const row of ["permits", "penalties", "coercion"])
        values[`${row}.decisions`] = others[at++] ?? 0;
      for (const column of ["made", "repealed", "effective", "newlyMade", "totalPublished"]) {
        values[`normativeDocuments.${column}`] = others[at++] ?? 0;
      }
      return values;
    });
}

/** Prose that states the numbers of the tables. */
function writeProse(values: Values): readonly Section[] {
  const number = (key: string) => values[key] ?? 0;
  const sum = (prefix: string) =>
    Object.entries(values).reduce(
      (total, [key, value]) =>
        key.startsWith(prefix) && key.endsWith(".total") ? total + (value ?? 0) : total,
      0,
    );
  const text = [
    `2024年，全镇新收政府信息公开申请${number("newReceived.total")}件，上年结转${number("carriedOver.total")}件，办结${number("resultTotal.total")}件，结转下年度${number("carriedForward.total")}件。`,
    `政府信息公开申请中，予以公开${number("granted.total")}件，部分公开${number("partial.total")}件，不予公开${sum("denied.")}件，无法提供${sum("unable.")}件，不予处理${sum("refused.")}件。`,
    `因政府信息公开被申请行政复议${number("review.total")}件，其中维持${number("review.upheld")}件；提起行政诉讼${number("litigationDirect.total") + number("litigationAfterReview.total")}件。`,
    `作出行政处罚决定${number("penalties.decisions")}件，行政强制${number("coercion.decisions")}件。`,
  ].join("\n");
  return [{ kind: "overview", heading: "一、总体情况", text }];
}

describe.each([form2019, form2021])("tables of form $id that add up", (form) => {
  it("give no failing finding, with prose that says the same", () => {
    fc.assert(
      fc.property(drawValues(form), (values) => {
        const findings = auditReport(buildReport({ form, values, sections: writeProse(values) }));
        expect(findings.filter(({ verdict }) => verdict === "fails")).toEqual([]);
        const told = findings.filter(
          ({ rule, verdict }) => rule.startsWith("P") && verdict === "holds",
        );
        expect(told.length).toBe(14);
      }),
      { numRuns: 60 },
    );
  });

  it("fail by exactly the rules that one changed cell breaks", () => {
    const rows = [...listOutcomes(form), ...intake];
    const columns = [...parts, "total"];
    const cell = fc.oneof(
      fc.tuple(fc.constantFrom(...rows), fc.constantFrom(...columns)),
      fc.tuple(fc.constantFrom(...groups), fc.constantFrom(...results, "total")),
    );
    fc.assert(
      fc.property(
        drawValues(form),
        cell,
        fc.integer({ min: 1, max: 9 }),
        (values, [row, column], by) => {
          const key = `${row}.${column}`;
          const changed = { ...values, [key]: (values[key] ?? 0) + by };
          const findings = auditReport(buildReport({ form, values: changed }));
          const failed = findings.filter(({ verdict }) => verdict === "fails");
          expect(failed.map(({ rule }) => rule).toSorted()).toEqual(listBroken(row));
          const table = groups.includes(row) ? "disputes" : "requests";
          for (const { facts } of failed) expect(facts).toContain(`${table}.${key}`);
        },
      ),
      { numRuns: 120 },
    );
  });

  it("fail by exactly one finding where one number of the prose is changed", () => {
    fc.assert(
      fc.property(
        drawValues(form),
        fc.nat(13),
        fc.integer({ min: 1, max: 9 }),
        (values, at, by) => {
          const sections = writeProse(values).map((section) => {
            let index = -1;
            const text = section.text.replace(/(\d+)(?=件)/gu, (number) => {
              index++;
              return index === at ? String(Number(number) + by) : number;
            });
            return { ...section, text };
          });
          const findings = auditReport(buildReport({ form, values, sections }));
          const failed = findings.filter(({ verdict }) => verdict === "fails");
          expect(failed).toHaveLength(1);
          expect(failed[0]?.rule).toMatch(/^P-/u);
          expect((failed[0]?.actual ?? 0) - (failed[0]?.expected ?? 0)).toBe(by);
        },
      ),
      { numRuns: 120 },
    );
  });
});

/** The rules that a cell of tables 3 and 4 is part of. */
function listBroken(row: string): readonly string[] {
  if (groups.includes(row)) return ["T4-a"];
  if (row === "resultTotal") return ["T3-a", "T3-b", "T3-c"];
  return intake.includes(row) ? ["T3-a", "T3-c"] : ["T3-b", "T3-c"];
}

describe("reports of two years that follow each other", () => {
  it("give no failing finding, and one where a number that goes on is changed", () => {
    const column = fc.constantFrom(...requestsColumns.map(({ key }) => key));
    fc.assert(
      fc.property(drawValues(form2021), drawValues(form2021), column, (before, after, changed) => {
        const next = { ...after };
        for (const { key } of requestsColumns)
          next[`carriedOver.${key}`] = before[`carriedForward.${key}`] ?? 0;
        const { made, effective } = {
          made: after["normativeDocuments.made"] ?? 0,
          effective: before["normativeDocuments.effective"] ?? 0,
        };
        next["normativeDocuments.repealed"] = Math.min(
          after["normativeDocuments.repealed"] ?? 0,
          effective + made,
        );
        next["normativeDocuments.effective"] =
          effective + made - next["normativeDocuments.repealed"];
        const audit = (values: Values) =>
          auditAcrossYears(
            { agencyId: "1", year: 2023, form: "2021", facts: buildFacts(form2021, before) },
            { agencyId: "1", year: 2024, form: "2021", facts: buildFacts(form2021, values) },
          );
        expect(new Set(audit(next).map(({ verdict }) => verdict))).toEqual(new Set(["holds"]));
        const key = `carriedOver.${changed}`;
        const failed = audit({ ...next, [key]: (next[key] ?? 0) + 1 }).filter(
          ({ verdict }) => verdict === "fails",
        );
        expect(failed.map(({ rule, facts }) => [rule, facts[0]])).toEqual([
          ["X-1", `requests.${key}`],
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
