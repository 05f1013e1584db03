import { UnreadableFile } from "../unreadable-file.ts";
import { ZipFile } from "../zip/zip-file.ts";
import { assertNoPassword } from "./ole/assert-no-password.ts";
import { isOleFile, OleFile } from "./ole/ole-file.ts";

/** Opens the ZIP of an office file. Behind a password it is an OLE container. Throws UnreadableFile. */
export function openPackage(bytes: Uint8Array): ZipFile {
  if (!isOleFile(bytes)) return new ZipFile(bytes);
  assertNoPassword(new OleFile(bytes));
  throw new UnreadableFile("The file is of an older format than its name says; save it again.");
}
