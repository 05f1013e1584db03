import type { FormId } from "../corpus/forms/form.ts";
import type { SectionKind } from "../corpus/section.ts";

/** How a portal or a text extraction gives a report: markup of a site system, or text flattened in one of four ways. */
export type DemoLayout =
  | "trs"
  | "ucap"
  | "vsb"
  | "word"
  | "text-pipes"
  | "text-paragraphs"
  | "text-tabs"
  | "text-lines";

/** A cell as the writer means it: a number, null for a blank one, or words that print a number (`86.5万元`, `+2`). */
export type DemoValue = number | string | null;

/** One line of table 3 without its total: natural persons and the five kinds of organisations. */
export type Applicants = readonly [number, number, number, number, number, number];
/** One part of table 4 without its total: upheld, corrected, other result, pending. */
export type Outcomes = readonly [number, number, number, number];

/** Numbers that the writer completes: rows left out are zero, totals and what is carried forward are computed. */
export interface DemoNumbers {
  readonly disclosure?: Readonly<Record<string, Readonly<Record<string, DemoValue>>>>;
  readonly requests?: Readonly<Record<string, Applicants>>;
  readonly disputes?: Readonly<Record<string, Outcomes>>;
  /** This year and all years together. */
  readonly indicators?: Readonly<Record<string, readonly [number, number]>>;
}

/** A cell that is printed wrong or left blank on purpose. */
export interface PlantedCell {
  readonly key: string;
  readonly value: number | null;
}

/** What an audit must find in a report with planted cells. */
export interface PlantedFinding {
  readonly rule: string;
  readonly verdict: "fails" | "cannotTell";
  readonly why: string;
}

/** A section's paragraphs. `{requests.newReceived.total}` in them stands for the number of that cell. */
export interface DemoSection {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface DemoReport {
  readonly year: number;
  readonly form: FormId;
  readonly layout: DemoLayout;
  readonly charset: "utf-8" | "gb18030";
  readonly title: string;
  readonly published: string | null;
  readonly indexNumber?: string;
  readonly documentNumber?: string;
  readonly preamble: readonly string[];
  readonly sections: readonly DemoSection[];
  /** Who signs and when, at the end. */
  readonly signature?: readonly string[];
  readonly numbers: DemoNumbers;
  readonly planted?: {
    readonly cells: readonly PlantedCell[];
    readonly findings: readonly PlantedFinding[];
  };
}

/** A fictional body with its portal and its reports. */
export interface DemoAgency {
  readonly key: string;
  readonly name: string;
  readonly division: string;
  readonly issuer: string;
  readonly siteName: string;
  readonly host: string;
  readonly reports: readonly DemoReport[];
}
