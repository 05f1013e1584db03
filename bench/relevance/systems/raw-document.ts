import type { JudgedSection } from "../judged-section.ts";

/** A section as its text stands, for systems that are given no more than that. */
export interface RawDocument {
  readonly id: string;
  readonly title: string;
  readonly heading: string;
  readonly content: string;
  readonly places: string;
  readonly year: number;
}

export function buildRawDocument(section: JudgedSection): RawDocument {
  const { id, title, heading, text, names, year } = section;
  return { id, title, heading, content: text, places: names.join(" "), year };
}
