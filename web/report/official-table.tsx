import { buildFactKey } from "../../corpus/fact.ts";
import { MarkedText } from "../marked-text.tsx";
import type { Mark } from "../../search/search-result.ts";
import { buildCellId } from "./cell-id.ts";
import type { GridCell, GridRow, HeaderCell, ValueCell } from "./grid-cell.ts";
import type { ShownTable } from "./shown-table.ts";
import { buildGrid } from "./table-grid.ts";

/** Finds the words to mark in a text. */
export type FindMarks = (text: string) => readonly Mark[];

interface Props {
  readonly table: ShownTable;
  readonly findMarks: FindMarks;
  /** Keys of facts that a failing finding used, each with the id of that finding. */
  readonly failing: ReadonlyMap<string, string>;
}

/** A table as the official form prints it, filled with the facts; every number has an address. */
export function OfficialTable({ table, failing, findMarks }: Props) {
  const { key, caption } = table.layout;
  const captionId = `table-${key}`;
  const renderRow = (row: GridRow) => (
    <tr>
      {row.map((cell) => (
        <GridCellView cell={cell} table={table} failing={failing} findMarks={findMarks} />
      ))}
    </tr>
  );
  return (
    <div class="table-scroll" role="region" aria-labelledby={captionId} tabindex={0}>
      <table class={`official official-${key}`}>
        <caption id={captionId}>{caption}</caption>
        {buildGrid(table).map((block) => (
          <tbody>
            {block.head.map(renderRow)}
            {block.body.map(renderRow)}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function GridCellView({ cell, ...props }: Props & { readonly cell: GridCell }) {
  return cell.kind === "header" ? (
    <Header cell={cell} findMarks={props.findMarks} />
  ) : (
    <Value cell={cell} {...props} />
  );
}

function Header(props: { readonly cell: HeaderCell; readonly findMarks: FindMarks }) {
  const { cell, findMarks } = props;
  const { id, text, scope, colspan, rowspan } = cell;
  if (text === "") return <td class="corner" colspan={colspan} rowspan={rowspan} />;
  return (
    <th id={id} scope={scope} {...spans(colspan, rowspan)}>
      <MarkedText text={text} marks={findMarks(text)} />
    </th>
  );
}

function Value({ cell, table, failing, findMarks }: Props & { readonly cell: ValueCell }) {
  const key = { table: table.layout.key, row: cell.row, column: cell.column };
  const finding = failing.get(buildFactKey(key));
  return (
    <td
      id={buildCellId(key)}
      class={finding === undefined ? undefined : "cell-fails"}
      headers={cell.headers.join(" ")}
      {...spans(cell.colspan, 1)}
    >
      <Number cell={cell} findMarks={findMarks} />
      {finding !== undefined && (
        <a class="cell-finding" href={`#${finding}`} aria-label="此数所在的等式不符，查看核对结果">
          !
        </a>
      )}
    </td>
  );
}

/** A blank cell is not 0, and a cell that could not be read is not blank: each says what it is. */
function Number(props: { readonly cell: ValueCell; readonly findMarks: FindMarks }) {
  const { fact, unit } = props.cell;
  if (fact === null) return <Missing shown="" said="原文没有这一格" />;
  const text = String(fact.value);
  if (fact.value !== null)
    return (
      <>
        <MarkedText text={text} marks={props.findMarks(text)} />
        {unit !== null && <span class="cell-unit">{unit}</span>}
      </>
    );
  const raw = fact.raw.trim();
  return raw === "" ? (
    <Missing shown="" said="未填写" />
  ) : (
    <Missing shown={raw} said="原文如此，不作数字" />
  );
}

function Missing({ shown, said }: { readonly shown: string; readonly said: string }) {
  return (
    <span class="cell-missing" title={said}>
      {shown}
      <span class="visually-hidden">{said}</span>
    </span>
  );
}

function spans(colspan: number, rowspan: number): { colspan?: number; rowspan?: number } {
  return { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) };
}
