import type { Attachment } from "../attachment.ts";
import type { Extraction } from "../extraction.ts";
import type { Fact } from "../fact.ts";
import { listSections } from "../report.ts";
import type { Section } from "../section.ts";

/** What a content tells, as far as two of them are compared by it. `sections` begin with the preamble. */
export interface Told {
  readonly title: string | null;
  readonly published: string | null;
  readonly indexNumber: string | null;
  readonly documentNumber: string | null;
  readonly sections: readonly Section[];
  readonly facts: readonly Fact[];
  readonly attachments: readonly Attachment[];
}

export function buildTold(extraction: Extraction): Told {
  const { title, published, indexNumber, documentNumber, facts, attachments } = extraction;
  const sections = listSections(extraction);
  return { title, published, indexNumber, documentNumber, sections, facts, attachments };
}
