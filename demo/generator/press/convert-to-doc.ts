import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A DOCX as a document of Word 97. Throws where LibreOffice is missing. */
export async function convertToDoc(docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "press-"));
  try {
    const source = join(folder, "report.docx");
    await writeFile(source, docx);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const target = ["--convert-to", "doc:MS Word 97", "--outdir", folder];
    await run("soffice", [profile, "--headless", ...target, source]);
    return await readFile(join(folder, "report.doc"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
