import { writeTrs } from "../../layouts/write-trs.ts";
import { writeUcap } from "../../layouts/write-ucap.ts";
import { writeVsb } from "../../layouts/write-vsb.ts";
import { writeWord } from "../../layouts/write-word.ts";
import { changeTables, type PrintedReport } from "../printed-report.ts";
import type { PrintedTable } from "../printed-table.ts";
import { splitInThree } from "./cut-table.ts";
import {
  writeMarkdown,
  writeOneLine,
  writeParagraphs,
  writePipes,
  writeSplitPipes,
  writeTabs,
  writeWholeMarkdown,
} from "./flat-tables.ts";
import type { FileLayout, Layout, PressedLayout, TextLayout } from "./layout.ts";
import { writeFlatText } from "./write-flat-text.ts";
import { writeBook, writeDocx, writeOfd } from "./write-office-file.ts";
import { writePortalPage, type PortalWriter } from "./write-portal-page.ts";
import { writePrintPage, type PrintStyle } from "./write-print-page.ts";

function portal(name: string, note: string, write: PortalWriter): TextLayout {
  return { name, note, kind: "markup", write: (report) => writePortalPage(report, write) };
}

function flat(name: string, note: string, write: (table: PrintedTable) => string): TextLayout {
  return { name, note, kind: "text", write: (report) => writeFlatText(report, write) };
}

function file(
  name: string,
  note: string,
  write: (report: PrintedReport) => Uint8Array,
): FileLayout {
  return { name, note, kind: "file", write };
}

function paper(
  name: string,
  note: string,
  { hard, ...style }: PrintStyle & Pick<PressedLayout, "hard">,
): PressedLayout {
  return {
    name,
    note,
    ...(hard === undefined ? {} : { hard }),
    kind: "pressed",
    press: "pdf",
    write: (report) => writePrintPage(report, style),
  };
}

/** Printed without lines, so that the places of words alone tell cells. */
const noLines =
  "without lines the words of the form's labels and heads tell the cells; a row that a page cuts within a number may be left unread, with a warning.";

/** Tables as browsers show them where a page says nothing: padding of one pixel, no wider than their words. */
const plain = "table { width: auto; font-size: 12px } td { padding: 1px }";

/** Pages and flat texts: what they hold is written here, in no time. */
export const textLayouts: readonly TextLayout[] = [
  portal("html-word", "HTML saved from Word, numbers in spans", writeWord),
  portal("html-trs", "HTML of TRS sites", writeTrs),
  portal("html-ucap", "HTML of UCAP sites", writeUcap),
  portal("html-vsb", "HTML of VSB sites, broken headers", writeVsb),
  {
    name: "html-split",
    note: "HTML, tables parted in three",
    kind: "markup",
    write: (report) => writePortalPage(changeTables(report, splitInThree), writeWord),
  },
  flat("text-pipes", "text, `cell |` on each line", writePipes),
  flat("text-pipe-lines", "text, cell and pipe on lines of their own", writeSplitPipes),
  flat("text-markdown", "text, ragged rows of markdown", writeMarkdown),
  flat(
    "text-markdown-whole",
    "text, rows of markdown with empty cells for spans",
    writeWholeMarkdown,
  ),
  flat("text-tabs", "text, rows with tabs", writeTabs),
  flat("text-one-line", "text, each table on one line", writeOneLine),
  flat("text-paragraphs", "text, one value a paragraph", writeParagraphs),
];

/** Files of office programs and OFD. */
export const fileLayouts: readonly FileLayout[] = [
  file("docx", "Word, automatic section numbers", writeDocx),
  file("xlsx", "Excel, merged cells", (report) => writeBook(report, "xlsx")),
  file("xls", "Excel 97", (report) => writeBook(report, "biff8")),
  file("ofd", "OFD with ruled tables", writeOfd),
];

/** What a browser prints or photographs and what an office program converts. */
export const pressedLayouts: readonly PressedLayout[] = [
  paper("pdf-ruled", "PDF printed by Chromium, ruled tables", { css: "" }),
  paper("pdf-repeated-header", "PDF on small pages, header repeated on each", {
    css: "@page { size: A5 } table { font-size: 7pt }",
    repeatsHeader: true,
  }),
  paper("pdf-rows", "PDF, rules between rows alone", {
    css: "td { border: none; border-bottom: 1px solid }",
    hard: noLines,
  }),
  paper("pdf-bare", "PDF, no rules", { css: "td { border: none }", hard: noLines }),
  paper("pdf-plain", "PDF, ruled, a browser's own padding", { css: plain }),
  paper("pdf-plain-rows", "PDF, rules between rows alone, a browser's own padding", {
    css: `${plain} td { border: none; border-bottom: 1px solid }`,
    hard: noLines,
  }),
  paper("pdf-plain-bare", "PDF, no rules, a browser's own padding", {
    css: `${plain} td { border: none }`,
    hard: noLines,
  }),
  paper("pdf-centred", "PDF, landscape, words in the middle", {
    css: "@page { size: A4 landscape } td { text-align: center }",
  }),
  {
    name: "doc",
    note: "Word 97, converted by LibreOffice",
    kind: "pressed",
    press: "doc",
    write: writeDocx,
  },
  {
    name: "html-images",
    note: "HTML whose tables are PNG images",
    kind: "pressed",
    press: "table-images",
    isImage: true,
    write: (report) => writePortalPage(report, writeUcap),
  },
  {
    name: "pdf-scanned",
    note: "PDF of scanned pages",
    kind: "pressed",
    press: "scan",
    isImage: true,
    write: (report) => writePrintPage(report, { css: "" }),
  },
];

/** Every layout that reports are written in. */
export const layouts: readonly Layout[] = [...textLayouts, ...fileLayouts, ...pressedLayouts];
