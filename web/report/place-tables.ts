import type { TableKey } from "../../corpus/fact.ts";
import type { Section, SectionKind } from "../../corpus/section.ts";
import type { ShownTable } from "./shown-table.ts";

/** In which kind of section official forms print a table. */
const homes: Readonly<Record<TableKey, readonly SectionKind[]>> = {
  disclosure: ["disclosure"],
  requests: ["requests"],
  disputes: ["disputes"],
  indicators: ["appendix", "other", "overview"],
};

/** Tables by the position of the section that shows them; under -1 those that no section of the report is made for. */
export function placeTables(
  sections: readonly Section[],
  tables: readonly ShownTable[],
): ReadonlyMap<number, readonly ShownTable[]> {
  const placed = new Map<number, ShownTable[]>();
  for (const table of tables) {
    const kinds = homes[table.layout.key];
    const home = kinds
      .map((kind) => sections.findLastIndex((section) => section.kind === kind))
      .find((position) => position >= 0);
    const position = home ?? -1;
    placed.set(position, [...(placed.get(position) ?? []), table]);
  }
  return placed;
}
