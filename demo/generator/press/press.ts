/** What a program outside does: prints a page, scans it, photographs its tables, converts a document. */
export type PressName = "pdf" | "scan" | "table-images" | "doc";

/** Programs that make files of pages and documents, one after the other. */
export interface Press {
  readonly run: (name: PressName, input: string | Uint8Array) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}
