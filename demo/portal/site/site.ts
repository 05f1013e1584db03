import type { DemoPage } from "../../build-page.ts";
import type { AskedPage, ServedPage } from "../portal.ts";
import type { SiteReport } from "./site-report.ts";

/** What a portal is built from. `place` is the name of the county (青山县), `division` its code. */
export interface SitePlan {
  readonly id: string;
  readonly host: string;
  readonly siteName: string;
  readonly place: string;
  readonly division: string;
  readonly reports: readonly SiteReport[];
  readonly seed: number;
}

/** A line of the column of reports: a report, or a paper about one (`report` null). `path` begins with a slash. */
export interface Row {
  readonly path: string;
  readonly title: string;
  readonly date: string;
  readonly agency: string;
  readonly year: number;
  readonly report: SiteReport | null;
}

/** A row before it has its address. `hash` is 64 hexadecimal digits, `number` has five digits; both are its own. */
export interface RowPlan extends Omit<Row, "path"> {
  readonly hash: string;
  readonly number: number;
  /** Whether its body has no later report. */
  readonly isNewest: boolean;
}

/** The column as its family serves it: pages of markup by path (and query), and what is made when it is asked for. */
export interface ColumnPages {
  readonly pages: ReadonlyMap<string, string>;
  readonly answer?: (asked: AskedPage) => ServedPage | null;
  /** Paths of papers of other columns that the list has among its own. */
  readonly foreign?: readonly string[];
}

/** A file that a report's page leads to; it is made when it is asked for. */
export interface SiteFile {
  readonly path: string;
  readonly make: () => ServedPage;
}

/** Site and rows that a family makes lists of; `frame` puts head, menu and foot of the site round a body. */
export interface Column {
  readonly plan: SitePlan;
  readonly rows: readonly Row[];
  readonly frame: (title: string, body: string) => string;
}

/** A kind of portal software: how it addresses and writes reports, and how it lists them. */
export interface Family {
  readonly name: string;
  readonly behaviours: readonly number[];
  /** The path of the column, as 政府信息公开 links it. */
  readonly column: string;
  readonly locate: (row: RowPlan) => string;
  readonly write: (page: DemoPage, row: Row, column: Column) => string;
  readonly list: (column: Column) => ColumnPages;
  /** Further paths of a report's page, where it lies under several. */
  readonly copy?: (row: Row) => readonly string[];
  /** What a report's address gives where that changes with each fetch. */
  readonly vary?: (content: string, asked: AskedPage) => string;
  readonly attach?: (row: Row, column: Column) => readonly SiteFile[];
}

/** A page of markup as most hosts send it. */
export function serveMarkup(body: string | Uint8Array, status = 200): ServedPage {
  return { status, headers: [["Content-Type", "text/html; charset=utf-8"]], body };
}

/** Data as an interface of a host answers it. */
export function serveData(body: string, type = "application/json;charset=UTF-8"): ServedPage {
  return { status: 200, headers: [["Content-Type", type]], body };
}
