import type { AgencyKind } from "../../corpus/agency.ts";
import type { Level } from "../../corpus/division.ts";
import type { FormId } from "../../corpus/forms/form.ts";
import type { SectionKind } from "../../corpus/section.ts";

/** How a section deals with a topic: it stands in its heading, the text discusses it, or names it in passing. */
export type TopicRole = "heading" | "discussed" | "mentioned";

/** The parts of a section that a search reads, as `foldForGrep` makes them; `head` is title and heading. */
export interface FoldedSection {
  readonly head: readonly string[];
  readonly text: string;
  readonly names: readonly string[];
}

/**
 * A section with what was planted in it. `names` are the names of the body's places from the province down, with their
 * short forms; `path` the codes; `mentions` codes of other places that the text names; `facts` the numbers of its report.
 */
export interface JudgedSection {
  readonly id: string;
  readonly reportId: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly names: readonly string[];
  readonly folded: FoldedSection;
  readonly agency: string;
  readonly agencyKind: AgencyKind;
  readonly path: readonly string[];
  readonly level: Level;
  readonly form: FormId;
  readonly year: number;
  readonly section: SectionKind;
  readonly topics: ReadonlyMap<string, TopicRole>;
  readonly mentions: ReadonlySet<string>;
  readonly facts: Readonly<Record<string, number>>;
}
