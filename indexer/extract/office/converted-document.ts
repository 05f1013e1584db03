/**
 * A document as HTML: headings, paragraphs and tables with their spans. The same bytes always give the same HTML,
 * so selectors into it stay true. `pictures` counts those that stand in the text: what they show is not read.
 */
export interface ConvertedDocument {
  readonly html: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly pictures: number;
}
