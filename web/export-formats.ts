/** A format in which all sections of a search can be had: the address ends with `key`, `label` is what readers see. */
export interface ExportFormat {
  readonly key: "csv" | "json";
  readonly label: string;
  readonly mediaType: string;
}

/** Exports by the name of their address: `/api/search.csv`, `/api/search.json`. */
export const exportFormats: readonly ExportFormat[] = [
  { key: "csv", label: "CSV", mediaType: "text/csv" },
  { key: "json", label: "JSON", mediaType: "application/json" },
];
