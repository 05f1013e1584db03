import { formLabels, type Form, type FormBlock, type FormTable } from "../../corpus/forms/form.ts";
import { forms } from "../../corpus/forms/forms.ts";

const introduction = `# Official forms

The layouts that reports are read by, as they lie in \`corpus/forms/\`. A fact is named by its table, row and column (\`requests.denied.process.total\`); the names are the same in the store, the API, the index, exports and tests. The layout of a report is told by labels that only one layout carries, never by its year.

A row that no form knows is kept: its key is its group's key and its label as printed (\`denied.属于工作秘密\`), or its label alone outside any group. An empty cell is null.

The indicator tables before 2019 are printed in many local versions. Their rows have the key of the form where their label is known and, where one label means several rows (\`被依法纠错数\`), where the rows above it tell which; else the label is the key, with the label of its group before it where it is printed in several groups (\`咨询数.当面\`). Columns: \`thisYear\` is 本年度, a year, or 本年累计 (Shanghai's table, whose year runs from January); \`cumulative\` is 历年累计; \`value\` is 统计数. Another column of numbers goes by its header as printed (\`本期实际\`, \`区政府\`): 本期实际 and 本月累计 may mean a month, so they are no \`thisYear\`. A column of codes (代码), running numbers or remarks is no value. Where a table has several years, or 统计数 spans several columns, each goes by what is printed above it.

A grid in a report that no form knows, but that has a header that names what it counts and below it only labels and numbers, is kept in \`indicators\` too: row and column go by their labels, and it tells no form. Lists of contacts, files and dates give no facts. Where a report has tables 2 to 4, they tell its form, whatever older table it adds.

This page lists what the data say and is checked against them by a test.
`;

const families = `Two families share this form. Fujian's table has the columns 本年度 and 历年累计; Shanghai's has 代码, 本期实际 and 本年累计, no \`cumulative\`, and 35 or later 54 rows, of which a printed code means another in each: rows are told by their labels. Answers such as 信息不存在 stand under the refusals in the form of 35 codes and beside them in that of 54. A printed table carries a choice of the rows.
`;

/** The text of docs/forms.md. */
export function describeForms(): string {
  return [introduction, ...forms.map(describeForm)].join("\n");
}

function describeForm(form: Form): string {
  return [
    `## ${form.id}: ${formLabels[form.id]}\n`,
    `Source: ${form.notice}. Told by: ${form.marks.join(" · ")}.\n`,
    ...(form.id === "2008" ? [families] : []),
    ...form.tables.map(describeTable),
  ].join("\n");
}

function describeTable(table: FormTable): string {
  const title = `### \`${table.key}\` ${table.caption}\n`;
  return [title, ...table.blocks.map((block) => describeBlock(block))].join("\n");
}

function describeBlock({ heading, columns, rows }: FormBlock): string {
  const columnLines = columns.map(
    ({ key, label, unit, group }) =>
      `| \`${key}\` | ${group ? `${group} / ` : ""}${label} | ${unit ?? ""} |`,
  );
  const rowLines = rows.map(
    ({ key, label, number, groups, unit }) =>
      `| \`${key}\` | ${[...(groups ?? []), `${number ?? ""}${label}`].join(" / ")} | ${unit ?? ""} |`,
  );
  return [
    ...(heading ? [`**${heading}**\n`] : []),
    "| column | label | unit |\n| --- | --- | --- |",
    ...columnLines,
    "",
    "| row | label | unit |\n| --- | --- | --- |",
    ...rowLines,
    "",
  ].join("\n");
}
