import type { SectionKind } from "../../corpus/section.ts";

/** The half of the queries that a planted thing is for; the other half never names it. */
export type Half = "tuning" | "test";
export const halves: readonly Half[] = ["tuning", "test"];

/**
 * What sections are about. `about` are sentences of one discussion, with `{}` where the topic is named: by `term`, or
 * in one of three discussions by `alias`, another usual name.
 */
export interface Topic {
  readonly key: string;
  readonly term: string;
  readonly alias?: string;
  readonly about: readonly string[];
  readonly kinds: readonly SectionKind[];
}

/**
 * A sentence that stands in a few sections: `{}` is where `text` stands. Each decoy is a sentence that holds the same
 * words or digits otherwise, and stands in as many sections.
 */
export interface PlantedText {
  readonly text: string;
  readonly sentence: string;
  readonly times: number;
  readonly decoys?: readonly string[];
}

/** A topic that one body's report of one year is sure to discuss: `agency` as its name ends where it is no government. */
export interface Placement {
  readonly topic: string;
  readonly place: string;
  readonly year: number;
  readonly agency?: string;
}

/** All that is planted for one half. */
export interface Planting {
  readonly topics: readonly Topic[];
  readonly phrases: readonly PlantedText[];
  readonly rare: readonly PlantedText[];
  readonly numbers: readonly PlantedText[];
  readonly placements: readonly Placement[];
}
