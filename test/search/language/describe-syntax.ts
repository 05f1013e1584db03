import { syntaxGroups, type SyntaxRow } from "../../../search/language/syntax-rows.ts";

/** The tables of docs/search.md, one for each group of rows. */
export function describeSyntax(): readonly string[] {
  return syntaxGroups.map(({ englishTitle, rows }) =>
    [
      `## ${englishTitle}`,
      "",
      "| write | example | finds |",
      "| --- | --- | --- |",
      ...rows.map(describeRow),
      "",
    ].join("\n"),
  );
}

function describeRow({ syntax, example, english }: SyntaxRow): string {
  return `| ${escapeCell(syntax)} | \`${escapeCell(example)}\` | ${escapeCell(english)} |`;
}

function escapeCell(text: string): string {
  return text.replaceAll("|", String.raw`\|`);
}
