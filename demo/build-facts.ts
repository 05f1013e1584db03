import type { FormTable } from "../corpus/forms/form.ts";
import { findForm, findFormTable } from "../corpus/forms/forms.ts";
import type { Applicants, DemoReport, DemoValue } from "./demo-report.ts";

/** Every cell of a report's tables by its key (`requests.granted.total`), in the order of the form. */
export type DemoFacts = ReadonlyMap<string, DemoValue>;

const zero: Applicants = [0, 0, 0, 0, 0, 0];

/**
 * Completes a report's numbers to all cells of its form and computes the totals. What the year before carried
 * forward (`before`, null where that report is not held) is carried over.
 */
export function buildFacts(report: DemoReport, before: DemoFacts | null): DemoFacts {
  const form = findForm(report.form);
  if (!form) throw new Error(`No form ${report.form} for the report of ${report.year}.`);
  const facts = new Map<string, DemoValue>();
  const requests = findFormTable(form, "requests");
  const disputes = findFormTable(form, "disputes");
  const disclosure = findFormTable(form, "disclosure");
  if (disclosure) addDisclosure(facts, disclosure, report);
  if (requests) addRequests(facts, requests, { report, before });
  if (disputes) addDisputes(facts, disputes, report);
  for (const [row, [thisYear, cumulative]] of Object.entries(report.numbers.indicators ?? {})) {
    facts.set(`indicators.${row}.thisYear`, thisYear);
    facts.set(`indicators.${row}.cumulative`, cumulative);
  }
  return facts;
}

/** The facts as they are printed, with the wrong and the blank cells. */
export function plantCells(facts: DemoFacts, { planted, year }: DemoReport): DemoFacts {
  const printed = new Map(facts);
  for (const { key, value } of planted?.cells ?? []) {
    if (!printed.has(key)) throw new Error(`No cell ${key} in the report of ${year}.`);
    printed.set(key, value);
  }
  return printed;
}

/** The number that a cell means; `86.5万元` is 86.5, `+2` is 2. */
export function readValue(value: DemoValue): number | null {
  return typeof value === "string" ? Number.parseFloat(value) : value;
}

function addDisclosure(
  facts: Map<string, DemoValue>,
  table: FormTable,
  { numbers }: DemoReport,
): void {
  for (const { columns, rows } of table.blocks)
    for (const row of rows)
      for (const column of columns)
        facts.set(
          `disclosure.${row.key}.${column.key}`,
          numbers.disclosure?.[row.key]?.[column.key] ?? 0,
        );
}

function addRequests(
  facts: Map<string, DemoValue>,
  table: FormTable,
  { report, before }: { readonly report: DemoReport; readonly before: DemoFacts | null },
): void {
  const { year, numbers } = report;
  const [block] = table.blocks;
  const rows = block?.rows.map(({ key }) => key) ?? [];
  const columns = block?.columns.map(({ key }) => key) ?? [];
  const given = new Map(rows.map((key) => [key, numbers.requests?.[key] ?? zero] as const));
  for (const key of Object.keys(numbers.requests ?? {}))
    if (!given.has(key)) throw new Error(`No row ${key} in table 3 of ${year}.`);
  if (before) given.set("carriedOver", readCarriedForward(before, columns));
  const intake = ["newReceived", "carriedOver"];
  const results = rows.filter((key) => ![...intake, "resultTotal", "carriedForward"].includes(key));
  const result = addRows(results.map((key) => given.get(key) ?? zero));
  const received = addRows(intake.map((key) => given.get(key) ?? zero));
  given.set("resultTotal", result);
  given.set("carriedForward", subtractRows(received, result, year));
  for (const [key, applicants] of given) {
    const values = [...applicants, applicants.reduce((sum, value) => sum + value, 0)];
    columns.forEach((column, index) => facts.set(`requests.${key}.${column}`, values[index] ?? 0));
  }
}

function readCarriedForward(before: DemoFacts, columns: readonly string[]): Applicants {
  const at = (index: number) =>
    readValue(before.get(`requests.carriedForward.${columns[index] ?? ""}`) ?? 0) ?? 0;
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function addDisputes(
  facts: Map<string, DemoValue>,
  table: FormTable,
  { numbers }: DemoReport,
): void {
  for (const { columns, rows } of table.blocks)
    for (const { key } of rows) {
      const given = numbers.disputes?.[key] ?? [0, 0, 0, 0];
      const values = [...given, given.reduce((sum, value) => sum + value, 0)];
      columns.forEach((column, index) =>
        facts.set(`disputes.${key}.${column.key}`, values[index] ?? 0),
      );
    }
}

function addRows(rows: readonly Applicants[]): Applicants {
  const at = (index: number) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function subtractRows(received: Applicants, result: Applicants, year: number): Applicants {
  const at = (index: number) => (received[index] ?? 0) - (result[index] ?? 0);
  const left: Applicants = [at(0), at(1), at(2), at(3), at(4), at(5)];
  if (left.some((value) => value < 0))
    throw new Error(`${year}: more requests answered than received: ${left.join(", ")}.`);
  return left;
}
