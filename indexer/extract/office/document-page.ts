import type { Page } from "../page/page.ts";

/** A page read from a document; `warnings` are sentences about what it holds that could not be read. */
export interface DocumentPage extends Page {
  readonly warnings: readonly string[];
}
