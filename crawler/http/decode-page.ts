import { decodeText } from "../../corpus/charset.ts";
import { findBig5 } from "./detect-page-type.ts";
import type { Fetched } from "./exchange.ts";

/** The text of a fetched page and the charset that it was read with; the text is empty where it is no text. */
export function decodePage({ content, charset, headers }: Fetched): {
  readonly text: string;
  readonly charset: string;
} {
  if (charset === null) return { text: "", charset: "utf-8" };
  return decodeText(content, findBig5(headers["content-type"] ?? null));
}
