import { buildFactKey, type Fact } from "../../corpus/fact.ts";
import { MarkedText, type MarkId } from "../marked-text.tsx";
import type { Mark } from "../../search/search-result.ts";
import type { Child } from "hono/jsx";
import type { GridCell, GridRow, HeaderCell, ValueCell } from "./grid-cell.ts";
import { buildOriginalAddress, type VersionName } from "./report-address.ts";
import type { ShownTable } from "./shown-table.ts";
import { buildGrid } from "./table-grid.ts";

/** Finds the words to mark in a text. */
export type FindMarks = (text: string) => readonly Mark[];

export interface TableProps {
  readonly table: ShownTable;
  /** In whose original every number is shown. */
  readonly version: VersionName;
  readonly findMarks: FindMarks;
  /** The cell whose first mark an address leads to, and the id of that mark; null for none. */
  readonly passage: { readonly id: string; readonly cell: string } | null;
  /** Keys of facts that a failing finding used, each with the id of that finding. */
  readonly failing: ReadonlyMap<string, string>;
}

/** A table as the official form prints it, filled with the facts; every number has an address. */
export function OfficialTable(props: TableProps) {
  const { table } = props;
  const { key, caption } = table.layout;
  const captionId = `table-${key}`;
  const renderRow = (row: GridRow) => (
    <tr>
      {row.map((cell) => (
        <GridCellView {...props} cell={cell} />
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

function GridCellView({ cell, ...props }: TableProps & { readonly cell: GridCell }) {
  return cell.kind === "header" ? (
    <Header cell={cell} {...props} />
  ) : (
    <Value cell={cell} {...props} />
  );
}

function Header(props: Pick<TableProps, "findMarks" | "passage"> & { readonly cell: HeaderCell }) {
  const { cell, findMarks } = props;
  const { id, text, scope, colspan, rowspan } = cell;
  if (text === "") return <td class="corner" colspan={colspan} rowspan={rowspan} />;
  return (
    <th id={id} scope={scope} {...spans(colspan, rowspan)}>
      <CellText text={text} cell={id} findMarks={findMarks} passage={props.passage} />
    </th>
  );
}

function Value({ cell, table, version, ...props }: TableProps & { readonly cell: ValueCell }) {
  const key = { table: table.layout.key, row: cell.row, column: cell.column };
  const finding = props.failing.get(buildFactKey(key));
  return (
    <td
      id={cell.id}
      class={finding === undefined ? undefined : "cell-fails"}
      headers={cell.headers.join(" ")}
      {...spans(cell.colspan, 1)}
    >
      <Source fact={cell.fact} version={version}>
        <Number cell={cell} findMarks={props.findMarks} passage={props.passage} />
      </Source>
      {finding !== undefined && (
        <a class="cell-finding" href={`#${finding}`} aria-label="此数所在的等式不符，查看核对结果">
          !
        </a>
      )}
    </td>
  );
}

/** The text of a cell with its marks, the first of them named where an address leads to this cell. */
function CellText(
  props: Pick<TableProps, "findMarks" | "passage"> & {
    readonly text: string;
    readonly cell: string;
  },
) {
  const { text, cell, findMarks, passage } = props;
  const marks = findMarks(text);
  const named: MarkId | undefined =
    passage?.cell === cell ? { id: passage.id, at: marks[0]?.start ?? 0 } : undefined;
  return <MarkedText text={text} marks={marks} named={named} />;
}

/** The way to the cell of the original; none where the original has no such cell. */
function Source(props: {
  readonly fact: Fact | null;
  readonly version: VersionName;
  readonly children?: Child;
}) {
  const { fact, version, children } = props;
  if (fact === null) return <>{children}</>;
  return (
    <a class="cell-source" href={buildOriginalAddress(version, buildFactKey(fact))}>
      {children}
    </a>
  );
}

/** A blank cell is not 0, and a cell that could not be read is not blank: each says what it is. */
function Number(props: Pick<TableProps, "findMarks" | "passage"> & { readonly cell: ValueCell }) {
  const { fact, unit } = props.cell;
  if (fact === null) return <Missing shown="" said="原文没有这一格" />;
  const text = String(fact.value);
  if (fact.value !== null)
    return (
      <>
        <CellText
          text={text}
          cell={props.cell.id}
          findMarks={props.findMarks}
          passage={props.passage}
        />
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
