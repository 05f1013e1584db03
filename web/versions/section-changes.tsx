import type { ChangeKind, SectionChange, TextRun } from "../../corpus/diff/report-diff.ts";
import type { Report } from "../../corpus/report.ts";
import { sectionLabels } from "../../corpus/section.ts";
import { buildNumberText } from "../number-text.ts";
import { buildReportAddress } from "../report/report-address.ts";

interface Props {
  readonly changes: readonly SectionChange[];
  readonly from: Report;
  readonly to: Report;
}

const changeLabels: Readonly<Record<ChangeKind, string>> = {
  added: "新增",
  removed: "删去",
  changed: "改动",
};

/** Characters that are the same are shown so far on both sides of a change. */
const reach = 120;

/** The sections that differ, with what was struck out and what was put in. */
export function SectionChanges({ changes, from, to }: Props) {
  return (
    <section aria-labelledby="section-changes">
      <h2 id="section-changes" class="section-heading">
        章节文字
      </h2>
      {changes.length === 0 && <p>各节文字没有变。</p>}
      {changes.map((change) => (
        <SectionChangeView change={change} from={from} to={to} />
      ))}
    </section>
  );
}

function SectionChangeView({ change, from, to }: Omit<Props, "changes"> & ChangeProps) {
  const { runs, kind } = change;
  return (
    <article class={`section-change change-${change.change}`}>
      <h3>
        <span class="section-chip">{changeLabels[change.change]}</span>
        <Headings change={change} />
        {!change.prose && <span class="muted section-change-note">只有表格的行不同</span>}
        {change.from && (
          <a href={buildSectionAddress(from, change.from.position)}>
            旧版本<span class="visually-hidden">：{sectionLabels[kind]}</span>
          </a>
        )}
        {change.to && (
          <a href={buildSectionAddress(to, change.to.position)}>
            新版本<span class="visually-hidden">：{sectionLabels[kind]}</span>
          </a>
        )}
      </h3>
      <p class="diff-text">
        {runs.map((run, at) => (
          <Run run={run} isFirst={at === 0} isLast={at === runs.length - 1} />
        ))}
      </p>
    </article>
  );
}

interface ChangeProps {
  readonly change: SectionChange;
}

function Headings({ change }: ChangeProps) {
  const { from, to, kind } = change;
  const name = (heading: string): string => (heading === "" ? sectionLabels[kind] : heading);
  if (from === null || to === null || from.heading === to.heading)
    return <span>{name(to?.heading ?? from?.heading ?? "")}</span>;
  return (
    <span>
      <del>{name(from.heading)}</del> <ins>{name(to.heading)}</ins>
    </span>
  );
}

interface RunProps {
  readonly run: TextRun;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function Run({ run, isFirst, isLast }: RunProps) {
  if (run.kind === "added") return <ins>{run.text}</ins>;
  if (run.kind === "removed") return <del>{run.text}</del>;
  const head = isFirst ? 0 : reach;
  const tail = isLast ? 0 : reach;
  const skipped = run.text.length - head - tail;
  if (skipped < reach) return <>{run.text}</>;
  return (
    <>
      {run.text.slice(0, head)}
      <span class="diff-skip">……相同的 {buildNumberText(skipped)} 字……</span>
      {run.text.slice(run.text.length - tail)}
    </>
  );
}

function buildSectionAddress({ id, capture }: Report, position: number): string {
  return `${buildReportAddress({ id, digest: capture.digest })}#s${position}`;
}
