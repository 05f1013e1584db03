import type { DemoAgency, DemoReport, DemoSection } from "./demo-report.ts";
import { type DemoFacts, readValue } from "./build-facts.ts";
import { buildGrids, type Grid } from "./build-grids.ts";

/** Stands on every page of the demo. */
export const demoNotice = "示例数据：本页内容纯属虚构";

export type DemoBlock =
  | { readonly is: "paragraph" | "heading" | "signature"; readonly text: string }
  | { readonly is: "table"; readonly grid: Grid };

/** A report as its page shows it: the title and what stands below it. */
export interface DemoPage {
  readonly agency: DemoAgency;
  readonly report: DemoReport;
  readonly blocks: readonly DemoBlock[];
}

/** The tables that belong to a section, by its kind. */
const tablesBySection: Readonly<Record<string, string>> = {
  disclosure: "disclosure",
  requests: "requests",
  disputes: "disputes",
  appendix: "indicators",
};

/** Puts a report's words and tables in the order of its page. */
export function buildPage(agency: DemoAgency, report: DemoReport, facts: DemoFacts): DemoPage {
  const grids = buildGrids(report, facts);
  const fill = (text: string) => fillNumbers(text, facts);
  const sections = report.sections.flatMap((section) => buildSection(section, grids, fill));
  const signature = (report.signature ?? []).map((text): DemoBlock => ({ is: "signature", text }));
  const preamble = [demoNotice, ...report.preamble.map(fill)].map((text): DemoBlock => ({
    is: "paragraph",
    text,
  }));
  return { agency, report, blocks: [...preamble, ...sections, ...signature] };
}

function buildSection(
  { kind, heading, paragraphs }: DemoSection,
  grids: ReadonlyMap<string, Grid>,
  fill: (text: string) => string,
): readonly DemoBlock[] {
  const grid = grids.get(tablesBySection[kind] ?? "");
  return [
    { is: "heading", text: heading },
    ...paragraphs.map((text): DemoBlock => ({ is: "paragraph", text: fill(text) })),
    ...(grid ? [{ is: "table" as const, grid }] : []),
  ];
}

/** Replaces `{requests.newReceived.total}` by that number, so that prose and tables agree. */
function fillNumbers(text: string, facts: DemoFacts): string {
  return text.replaceAll(/\{([\w.]+)\}/gu, (_, key: string) => {
    const value = readValue(facts.get(key) ?? null);
    if (value === null) throw new Error(`No number ${key} for "${text.slice(0, 40)}".`);
    return String(value);
  });
}
