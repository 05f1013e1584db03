import type { PendingReading } from "../../corpus/visit-record.ts";

const extensions: Readonly<Record<string, string>> = { "application/pdf": "pdf" };

/** A file name for a content, by which the work on it is told: the type that its bytes have goes before its address. */
export function nameContent({ url, mediaType }: PendingReading): string {
  const name = new URL(url).pathname.split("/").at(-1) || "index.html";
  const extension = mediaType.startsWith("image/")
    ? mediaType.slice("image/".length)
    : extensions[mediaType];
  return extension === undefined || name.toLowerCase().endsWith(`.${extension}`)
    ? name
    : `${name}.${extension}`;
}
