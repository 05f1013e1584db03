import type { SourceRefusal } from "../../corpus/source-refusal.ts";

/**
 * A source is not crawled as the settings are: its message says what to change. It is left alone until its next visit
 * by its schedule, and why is shown where sources are.
 */
export class SourceRefused extends Error {
  override readonly name: string = "SourceRefused";
  readonly refusal: SourceRefusal = "contact";
}
