import type { SectionMatch } from "../../corpus/likeness/likeness.ts";
import { sectionLabels, type Section } from "../../corpus/section.ts";
import type { Mark, Marker } from "../../search/search-result.ts";
import { MarkedText, type MarkId } from "../marked-text.tsx";
import type { CitedFinding } from "./cited-findings.ts";
import { findTableKey, indexFailing } from "./cited-findings.ts";
import type { FindingContext } from "./finding-context.ts";
import { FindingsPanel } from "./findings-panel.tsx";
import { buildPassageId, findPassagePlace } from "./find-passage-place.ts";
import { OfficialTable, type FindMarks, type TableProps } from "./official-table.tsx";
import { splitCells, splitSectionText, type TextLine, type TextPart } from "./section-lines.ts";
import type { VersionName } from "./report-address.ts";
import { SectionLikeness } from "./section-likeness.tsx";
import { listLabels, type ShownTable } from "./shown-table.ts";
import { sliceMarks } from "./slice-marks.ts";

interface Props {
  readonly section: Section;
  readonly position: number;
  readonly tables: readonly ShownTable[];
  readonly cited: readonly CitedFinding[];
  readonly context: FindingContext;
  readonly version: VersionName;
  /** Sections of other reports that are like it. */
  readonly matches: readonly SectionMatch[];
  /** Marks the words of the query that led here; null for none. */
  readonly marker: Marker | null;
}

/**
 * A section: its prose, and its tables drawn from the facts. Where a table is drawn, its lines in the text
 * are folded away, still there to be checked against it.
 */
export function SectionView(props: Props) {
  const { section, position, tables, marker } = props;
  const heading = section.heading === "" ? sectionLabels[section.kind] : section.heading;
  const parts = splitSectionText(section.text, listLabels(tables));
  const firstTable = parts.findIndex((part) => part.kind === "table");
  const id = buildPassageId(position);
  const place = marker && findPassagePlace({ text: section.text, parts, tables }, marker);
  const marks = marker?.findMarks(section.text) ?? [];
  const drawn = (
    <Tables
      {...props}
      findMarks={marker?.findMarks ?? markNothing}
      passage={place?.in === "cell" ? { id, cell: place.cell } : null}
    />
  );
  return (
    <section id={`s${position}`} class="report-section" aria-labelledby={`s${position}-heading`}>
      <h2 id={`s${position}-heading`} class="section-heading">
        {place?.in === "heading" && <span id={id} />}
        <MarkedText text={heading} marks={marker?.findMarks(heading) ?? []} />
        <a class="anchor" href={`#s${position}`} aria-label="本节的固定链接">
          #
        </a>
      </h2>
      <SectionLikeness matches={props.matches} />
      {parts.map((part, i) => (
        <>
          {i === firstTable && drawn}
          <PartView
            part={part}
            label={`${heading}：第 ${i + 1} 段表格在原文中的文字`}
            folded={tables.length > 0}
            marks={marks}
            passage={place?.in === "text" && place.part === part ? { ...place, id } : null}
          />
        </>
      ))}
      {firstTable === -1 && drawn}
    </section>
  );
}

/** Drawn tables with what the audit found about each. */
export function Tables(
  props: Pick<Props, "tables" | "cited" | "context" | "version"> &
    Pick<TableProps, "findMarks" | "passage">,
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
            passage={props.passage}
          />
          <p class="table-note muted">点表中的数，可看存档原件中的这一格。</p>
        </div>
      ))}
    </>
  );
}

/** A part of the text, its marks by their offsets in the section, and the line to whose mark an address leads. */
interface PartProps {
  readonly part: TextPart;
  readonly label: string;
  readonly folded: boolean;
  readonly marks: readonly Mark[];
  readonly passage: (MarkId & { readonly line: TextLine }) | null;
}

function PartView(props: PartProps) {
  const { part, folded, passage } = props;
  if (part.kind === "prose")
    return (
      <>
        {part.lines.map((line) => (
          <p class="report-paragraph">
            <Line {...props} line={line} />
          </p>
        ))}
      </>
    );
  if (!folded) return <TableLines {...props} />;
  return (
    <details class="table-source" open={passage !== null}>
      <summary>表格在原文中的文字（{part.lines.length} 行）</summary>
      <TableLines {...props} />
    </details>
  );
}

function TableLines(props: PartProps) {
  return (
    <div class="table-scroll" role="region" aria-label={props.label} tabindex={0}>
      <ul class="table-lines">
        {props.part.lines.map((line) => (
          <li>
            {splitCells(line).map((cell) => (
              <span class="table-line-cell">
                <Line {...props} line={cell} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ line, marks, passage }: PartProps & { readonly line: TextLine }) {
  const named = passage?.line.start === line.start ? passage : undefined;
  return <MarkedText text={line.text} marks={sliceMarks(marks, line)} named={named} />;
}

const markNothing: FindMarks = () => [];
