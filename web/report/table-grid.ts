import { buildFactKey } from "../../corpus/fact.ts";
import type { GridBlock } from "./grid-cell.ts";
import { buildLineBlock } from "./line-block.ts";
import { buildRowsBlock } from "./rows-block.ts";
import type { ShownTable } from "./shown-table.ts";

/** The cells of a table as HTML places them, header cells tied to value cells by id. */
export function buildGrid(table: ShownTable): readonly GridBlock[] {
  const { layout, facts } = table;
  const width = Math.max(1, ...layout.blocks.map((block) => block.columns.length));
  const depth = Math.max(
    1,
    ...layout.blocks.flatMap((block) => block.rows.map((row) => (row.groups?.length ?? 0) + 1)),
  );
  const byKey = new Map(facts.map((fact) => [buildFactKey(fact), fact]));
  const build = layout.layout === "line" ? buildLineBlock : buildRowsBlock;
  return layout.blocks.map((block, i) =>
    build({
      block,
      width,
      depth,
      byKey,
      table: layout.key,
      prefix: `h-${layout.key}-${i}`,
      split: layout.blocks.length > 1,
    }),
  );
}
