import { formLabels, type Form, type FormBlock, type FormTable } from "../../corpus/forms/form.ts";
import { forms } from "../../corpus/forms/forms.ts";

const introduction = `# Official forms

The layouts that reports are read by, as they lie in \`corpus/forms/\`. A fact is named by its table, row and column (\`requests.denied.process.total\`); the names are the same in the store, the API, the index, exports and tests. The layout of a report is told by labels that only one layout carries, never by its year.

A row that no form knows is kept: its key is its group's key and its label as printed (\`denied.属于工作秘密\`), or its label alone outside any group. An empty cell is null.

This page lists what the data say and is checked against them by a test.
`;

/** The text of docs/forms.md. */
export function describeForms(): string {
  return [introduction, ...forms.map(describeForm)].join("\n");
}

function describeForm(form: Form): string {
  return [
    `## ${form.id}: ${formLabels[form.id]}\n`,
    `Source: ${form.notice}. Told by: ${form.marks.join(" · ")}.\n`,
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
