import type { Document } from "domhandler";
import { parseMarkup } from "./parse-markup.ts";

/**
 * The text of a page with its tree, which is parsed when somebody first asks for it and never again: links, frames,
 * attachments and the look of missing pages are all read from one. Nobody changes it.
 */
export class Markup {
  readonly text: string;
  #root: Document | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get root(): Document {
    this.#root ??= parseMarkup(this.text);
    return this.#root;
  }
}

/** The tree of a page, shared where it comes with one. */
export function readTree({
  text,
  markup,
}: {
  readonly text: string;
  readonly markup?: Markup | undefined;
}): Document {
  return markup?.text === text ? markup.root : parseMarkup(text);
}
