/** What a program outside does: prints a page, scans it, photographs its tables, converts a document. */
export type PressName = "pdf" | "scan" | "table-images" | "doc";

/** Programs that make files of pages and documents. Each file is made by itself. */
export interface Press {
  readonly run: (name: PressName, input: string | Uint8Array) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}
