import type { Fact, TableKey } from "../../../corpus/fact.ts";
import type { Form } from "../../../corpus/forms/form.ts";
import { findFormTable } from "../../../corpus/forms/forms.ts";
import { form2019 } from "../../../corpus/forms/form-2019.ts";
import { form2021 } from "../../../corpus/forms/form-2021.ts";
import { assignTables, type PlacedSegment } from "./assign-tables.ts";
import type { RawTable } from "./cell.ts";
import { chooseForm, chooseIndicatorForm } from "./choose-form.ts";
import { describeLostIndicators, describeLostRows } from "./describe-lost-rows.ts";
import { describeUnrepeated } from "./describe-unrepeated.ts";
import { FactWriter } from "./fact-writer.ts";
import { placeDisputes } from "./place-disputes.ts";
import { placeIndicators } from "./place-indicators.ts";
import { placeRows } from "./place-rows.ts";
import { resolveDisclosure } from "./resolve-disclosure.ts";
import { resolveRequests } from "./resolve-requests.ts";

/** Tables that are printed since 2019 alone; words of table 2 are met elsewhere too. */
const outcomeKeys: readonly TableKey[] = ["requests", "disputes"];

export interface TableReading {
  readonly form: Form | null;
  readonly facts: readonly Fact[];
  readonly warnings: readonly string[];
}

/** Reads the numbers of all official tables of a page. What cannot be told is null, with a warning. */
export function readFacts(tables: readonly RawTable[]): TableReading {
  const assigned = assignTables(tables);
  const national = chooseForm(assigned);
  const layout = chooseIndicatorForm(assigned);
  const writer = new FactWriter();
  for (const [key, segments] of assigned)
    if (key === "indicators") placeFree(segments, layout, writer);
    else placeTable(key, segments, { form: national, writer });
  const { facts } = writer;
  const isAssigned = (key: TableKey): boolean => assigned.has(key);
  const form = isRead(facts) ? national : layout;
  const isNational = isRead(facts) || (layout === null && outcomeKeys.some(isAssigned));
  const lost = [
    ...describeUnrepeated(tables, assigned),
    ...(layout ? describeLostIndicators(layout, facts) : []),
    // Where nothing tells which of the two layouts it is, that of 2019 has the rows that both have.
    ...(isNational ? describeLostRows(national ?? form2019, facts) : []),
  ];
  return { form, facts, warnings: [...writer.warnings, ...lost] };
}

interface Reading {
  readonly form: Form | null;
  readonly writer: FactWriter;
}

function placeTable(
  key: TableKey,
  segments: readonly PlacedSegment[],
  { form, writer }: Reading,
): void {
  // Tables 3 and 4 read the same in every layout since 2019; table 2 without a layout cannot be read.
  const isSame = key === "requests" || key === "disputes";
  const table =
    findFormTable(form ?? form2021, key) ?? (isSame ? findFormTable(form2021, key) : null);
  if (!table || (!form && !isSame)) {
    writer.warn("有一张表的格式不能识别，只保留了文字，未取数字。");
    return;
  }
  if (key === "requests") placeRows(table, resolveRequests(segments, table), writer);
  else if (key === "disclosure") placeRows(table, resolveDisclosure(segments, table), writer);
  else placeDisputes(table, segments, writer);
}

function placeFree(
  segments: readonly PlacedSegment[],
  form: Form | null,
  writer: FactWriter,
): void {
  const table = form && findFormTable(form, "indicators");
  placeIndicators({ form: form?.id ?? null, table, segments }, writer);
}

/** Whether a table of the forms since 2019 has numbers: it tells the form, even beside an older indicator table. */
function isRead(facts: readonly Fact[]): boolean {
  return facts.some(({ table, value }) => table !== "indicators" && value !== null);
}
