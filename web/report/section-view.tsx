import { sectionLabels, type Section } from "../../corpus/section.ts";
import { MarkedText } from "../marked-text.tsx";
import type { CitedFinding } from "./cited-findings.ts";
import { findTableKey, indexFailing } from "./cited-findings.ts";
import type { FindingContext } from "./finding-context.ts";
import { FindingsPanel } from "./findings-panel.tsx";
import { OfficialTable, type FindMarks } from "./official-table.tsx";
import { splitCells, splitSectionText, type TextPart } from "./section-lines.ts";
import type { VersionName } from "./report-address.ts";
import { listLabels, type ShownTable } from "./shown-table.ts";

interface Props {
  readonly section: Section;
  readonly position: number;
  readonly tables: readonly ShownTable[];
  readonly cited: readonly CitedFinding[];
  readonly context: FindingContext;
  readonly version: VersionName;
  readonly findMarks: FindMarks;
}

/**
 * A section: its prose, and its tables drawn from the facts. Where a table is drawn, its lines in the text
 * are folded away, still there to be checked against it.
 */
export function SectionView(props: Props) {
  const { section, position, tables, findMarks } = props;
  const heading = section.heading === "" ? sectionLabels[section.kind] : section.heading;
  const parts = splitSectionText(section.text, listLabels(tables));
  const firstTable = parts.findIndex((part) => part.kind === "table");
  const drawn = <Tables {...props} />;
  return (
    <section id={`s${position}`} class="report-section" aria-labelledby={`s${position}-heading`}>
      <h2 id={`s${position}-heading`} class="section-heading">
        <MarkedText text={heading} marks={findMarks(heading)} />
        <a class="anchor" href={`#s${position}`} aria-label="本节的固定链接">
          #
        </a>
      </h2>
      {parts.map((part, i) => (
        <>
          {i === firstTable && drawn}
          <PartView
            part={part}
            label={`${heading}：第 ${i + 1} 段表格在原文中的文字`}
            folded={tables.length > 0}
            findMarks={findMarks}
          />
        </>
      ))}
      {firstTable === -1 && drawn}
    </section>
  );
}

/** Drawn tables with what the audit found about each. */
export function Tables(
  props: Pick<Props, "tables" | "cited" | "context" | "version" | "findMarks">,
) {
  const failing = indexFailing(props.cited);
  return (
    <>
      {props.tables.map((table) => (
        <div class="table-block">
          <FindingsPanel
            label={table.layout.caption}
            context={props.context}
            cited={props.cited.filter(({ finding }) => findTableKey(finding) === table.layout.key)}
          />
          <OfficialTable
            table={table}
            version={props.version}
            failing={failing}
            findMarks={props.findMarks}
          />
          <p class="table-note muted">点表中的数，可看存档原件中的这一格。</p>
        </div>
      ))}
    </>
  );
}

function PartView(props: {
  readonly part: TextPart;
  readonly label: string;
  readonly folded: boolean;
  readonly findMarks: FindMarks;
}) {
  const { part, label, folded, findMarks } = props;
  if (part.kind === "prose")
    return (
      <>
        {part.lines.map((line) => (
          <p class="report-paragraph">
            <MarkedText text={line} marks={findMarks(line)} />
          </p>
        ))}
      </>
    );
  const lines = <TableLines lines={part.lines} label={label} findMarks={findMarks} />;
  if (!folded) return lines;
  return (
    <details class="table-source">
      <summary>表格在原文中的文字（{part.lines.length} 行）</summary>
      {lines}
    </details>
  );
}

function TableLines(props: {
  readonly lines: readonly string[];
  readonly label: string;
  readonly findMarks: FindMarks;
}) {
  return (
    <div class="table-scroll" role="region" aria-label={props.label} tabindex={0}>
      <ul class="table-lines">
        {props.lines.map((line) => (
          <li>
            {splitCells(line).map((cell) => (
              <span class="table-line-cell">
                <MarkedText text={cell} marks={props.findMarks(cell)} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
