import type { DocumentPage } from "../page/page.ts";
import { convertDocx } from "./docx/convert-docx.ts";
import { readConverted } from "./read-converted.ts";

/**
 * Reads a Word document (ECMA-376). Throws UnreadableFile.
 *
 * Blocks stand in the HTML that `convertDocx` makes of the file: a selector built from their elements finds the
 * place there, and the page that shows the original to a reader shows this conversion.
 */
export async function readDocx(bytes: Uint8Array): Promise<DocumentPage> {
  return readConverted(convertDocx(bytes));
}
