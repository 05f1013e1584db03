import type { Element, Text } from "domhandler";
import type { ImageBox, OfdBox, PdfBox, SheetCell } from "../../../corpus/fact.ts";
import type { Reference } from "./reference.ts";

/** Where words stand: UTF-16 offsets into the decoded text, the element of the parsed page, or a place of a document. */
export type Origin =
  | { readonly in: "text"; readonly start: number; readonly end: number }
  | HtmlOrigin
  | DocumentOrigin;

/** The element of a cell, or the one that a line begins in, with the point where it does. */
export interface HtmlOrigin {
  readonly in: "html";
  readonly element: Element;
  readonly begin?: TextPoint;
}

/** So many UTF-16 units into the text of a node; an element is one that is read as a whole. */
export interface TextPoint {
  readonly node: Text | Element;
  readonly offset: number;
}

/** Places that a fact names as they are. */
export type DocumentOrigin = PdfBox | SheetCell | OfdBox | ImageBox;

/** What the markup makes of a line: the main heading of the page (`<h1>`), words that lead elsewhere, or text. */
export type LineRole = "heading" | "link" | "text";

/**
 * A paragraph, heading or line of text; white space within is single spaces, but tabs of flat text are kept.
 * Without a role it is text.
 */
export interface Line {
  readonly kind: "line";
  readonly text: string;
  readonly role?: LineRole;
  readonly origin: Origin;
}

/** `column` counts printed cells, `gridColumn` the columns of the grid with all spans resolved. */
export interface GridCell {
  readonly text: string;
  readonly column: number;
  readonly gridColumn: number;
  readonly origin: Origin;
}

/** A table of the page: one array of cells per printed row, cells spanning into a row not repeated. */
export interface Grid {
  readonly kind: "grid";
  readonly rows: readonly (readonly GridCell[])[];
}

export type Block = Line | Grid;

/**
 * A file as its reader leaves it. `blocks` is everything that is shown, in reading order; `body` the part of it
 * that holds the article (all of it where the page does not say); `meta` the `<meta name>` of the page in
 * lower case, `title` its `<title>`, `references` the files that it leads to or shows, `base` what their addresses
 * are relative to where it says so.
 */
export interface Page {
  readonly blocks: readonly Block[];
  readonly body: readonly Block[];
  readonly meta: ReadonlyMap<string, string>;
  readonly title: string | null;
  readonly references?: readonly Reference[];
  readonly base?: string | null;
}

/** A page with sentences, in Chinese, about what of its file could not be read or is not certain. */
export interface DocumentPage extends Page {
  readonly warnings: readonly string[];
}
