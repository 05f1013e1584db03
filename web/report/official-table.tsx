import { buildFactKey, type Fact } from "../../corpus/fact.ts";
import { MarkedText } from "../marked-text.tsx";
import type { Mark } from "../../search/search-result.ts";
import type { Child } from "hono/jsx";
import { buildCellId } from "./cell-id.ts";
import type { GridCell, GridRow, HeaderCell, ValueCell } from "./grid-cell.ts";
import { buildOriginalAddress, type VersionName } from "./report-address.ts";
import type { ShownTable } from "./shown-table.ts";
import { buildGrid } from "./table-grid.ts";

/** Finds the words to mark in a text. */
export type FindMarks = (text: string) => readonly Mark[];

interface Props {
  readonly table: ShownTable;
  /** In whose original every number is shown. */
  readonly version: VersionName;
  readonly findMarks: FindMarks;
  /** Keys of facts that a failing finding used, each with the id of that finding. */
  readonly failing: ReadonlyMap<string, string>;
}

/** A table as the official form prints it, filled with the facts; every number has an address. */
export function OfficialTable(props: Props) {
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

function Value({ cell, table, version, ...props }: Props & { readonly cell: ValueCell }) {
  const key = { table: table.layout.key, row: cell.row, column: cell.column };
  const finding = props.failing.get(buildFactKey(key));
  return (
    <td
      id={buildCellId(key)}
      class={finding === undefined ? undefined : "cell-fails"}
      headers={cell.headers.join(" ")}
      {...spans(cell.colspan, 1)}
    >
      <Source fact={cell.fact} version={version}>
        <Number cell={cell} findMarks={props.findMarks} />
      </Source>
      {finding !== undefined && (
        <a class="cell-finding" href={`#${finding}`} aria-label="此数所在的等式不符，查看核对结果">
          !
        </a>
      )}
    </td>
  );
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
