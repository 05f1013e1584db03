import { Buffer } from "node:buffer";
import { read, set_cptable, type ParsingOptions, type WorkBook } from "@e965/xlsx";
import { zipSync } from "fflate";
import { UnreadableFile } from "../../unreadable-file.ts";
import { largestXml, readXml } from "../../zip/read-xml.ts";
import { openPackage } from "../open-package.ts";
import { assertNoPassword, passwordNeeded } from "../ole/assert-no-password.ts";
import { OleFile } from "../ole/ole-file.ts";
import { mostRows } from "./visible-cells.ts";
import { hasFilePass, isWorkbookStream } from "./scan-records.ts";

const options: ParsingOptions = {
  type: "buffer",
  // One more than is read, so that it is seen that there are more.
  sheetRows: mostRows + 1,
  cellNF: true,
  cellStyles: true,
  cellHTML: false,
  cellFormula: false,
  nodim: true,
  dateNF: "yyyy-mm-dd",
};

/** Parts of a package that show no cells. All others the library wants to find, whatever they say. */
const otherParts =
  /(?:^|\/)(?:media|embeddings|drawings|charts|chartsheets|pivot\w*|externallinks|printersettings|activex|ctrlprops|diagrams|customxml|comments\w*|threadedcomments|querytables)[/.]|\/calcchain\.xml$/iu;

/** Reads a workbook in a ZIP (XLSX, and ET of today). Throws UnreadableFile. */
export function loadZippedWorkbook(bytes: Uint8Array): WorkBook {
  const zip = openPackage(bytes);
  const files: Record<string, Uint8Array> = {};
  for (const name of zip.names.filter(isNeeded)) {
    files[name] = zip.readNeeded(name, largestXml);
  }
  const workbook = files["xl/workbook.xml"];
  if (workbook) readXml(workbook);
  // The library sees only what was unpacked under guard.
  return parse(Buffer.from(zipSync(files, { level: 0 })), options);
}

function isNeeded(name: string): boolean {
  return /\.(?:xml|rels)$/iu.test(name) && !otherParts.test(name);
}

/** Reads a workbook in an OLE container (XLS, ET). Throws UnreadableFile. */
export async function loadOleWorkbook(bytes: Uint8Array): Promise<WorkBook> {
  const ole = new OleFile(bytes);
  assertNoPassword(ole);
  const stream = ole.read("Workbook") ?? ole.read("Book");
  if (!stream || !isWorkbookStream(stream)) throw new UnreadableFile(noWorkbook);
  if (hasFilePass(stream)) throw new UnreadableFile(passwordNeeded);
  if (!ole.has("Workbook")) {
    // Until 1997 texts were stored in the charset of the machine, which the library reads with these tables.
    set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  }
  return parse(stream, options);
}

/** Reads a workbook written as one XML file (Excel 2003). Throws UnreadableFile. */
export function loadXmlWorkbook(bytes: Uint8Array): WorkBook {
  if (bytes.length > largestXml) throw new UnreadableFile(damaged);
  readXml(bytes);
  return parse(Buffer.from(bytes), options);
}

const noWorkbook = "The file holds no workbook; save it again as .xlsx.";
const damaged = "The workbook is damaged or larger than a report; save it again as .xlsx.";

function parse(bytes: Buffer, options: ParsingOptions): WorkBook {
  try {
    return read(bytes, { ...options });
  } catch (cause) {
    throw new UnreadableFile(damaged, { cause });
  }
}
