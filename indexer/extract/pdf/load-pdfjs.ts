import type * as pdfjs from "pdfjs-dist";
import { createRequire } from "node:module";
import { ignoreParserLeaks } from "./ignore-parser-leaks.ts";

/** Both halves of pdf.js: the one that asks, and the one that parses and answers it through a port. */
export interface Pdfjs {
  readonly api: Pick<typeof pdfjs, "getDocument" | "OPS" | "PDFWorker">;
  readonly parser: { readonly initializeFromPort: (port: object) => void };
}

/**
 * Loads pdf.js, whose build for older engines runs on Node 20. It is required, not imported: the loader that
 * compiles TypeScript goes through all that is imported, which for these two files takes longer than a report.
 */
export function loadPdfjs(): Pdfjs {
  ignoreParserLeaks();
  const require = createRequire(import.meta.url);
  const api = require("pdfjs-dist/legacy/build/pdf.min.mjs") as Pdfjs["api"];
  const { WorkerMessageHandler } = require("pdfjs-dist/legacy/build/pdf.worker.min.mjs") as {
    readonly WorkerMessageHandler: Pdfjs["parser"];
  };
  return { api, parser: WorkerMessageHandler };
}
