import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A LibreOffice with a profile of its own, which is made once: that takes longer than a conversion. */
export interface Office {
  /** A DOCX as a document of Word 97, one at a time. Throws where LibreOffice is missing. */
  readonly convertToDoc: (docx: Uint8Array) => Promise<Uint8Array>;
  /** Deletes all that it wrote. */
  readonly close: () => Promise<void>;
}

/** Makes room for its files; the program itself starts with each document. */
export async function openOffice(): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), "press-"));
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const target = ["--convert-to", "doc:MS Word 97", "--outdir", folder];
  return {
    convertToDoc: async (docx) => {
      const [source, made] = [join(folder, "report.docx"), join(folder, "report.doc")];
      await rm(made, { force: true });
      await writeFile(source, docx);
      await run("soffice", [profile, "--headless", ...target, source]);
      return readFile(made);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
