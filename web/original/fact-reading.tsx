import type { Fact } from "../../corpus/fact.ts";
import type { Report } from "../../corpus/report.ts";
import { buildCellId } from "../report/cell-id.ts";
import { buildReportAddress } from "../report/report-address.ts";
import { buildPlaceText, readConfidence } from "./place-text.ts";

interface Props {
  readonly fact: Fact;
  /** What the number is called: its row and column. */
  readonly name: string;
  readonly report: Report;
}

/** What was read from the marked cell. */
export function FactReading({ fact, name, report }: Props) {
  const { value, raw, unit, label, at } = fact;
  const confidence = readConfidence(at);
  const address = buildReportAddress({ id: report.id, digest: report.capture.digest });
  return (
    <section class="original-reading" aria-labelledby="reading-heading">
      <h2 id="reading-heading">{name}</h2>
      <p class="reading-value">
        {value === null ? "空" : String(value)}
        {value !== null && unit !== null && <span class="cell-unit">{unit}</span>}
      </p>
      {value === null && <p class="muted">空格和读不准的格不当作 0。</p>}
      <dl class="reading">
        <dt>原文</dt>
        <dd>{raw.trim() === "" ? <span class="muted">未填写</span> : <q>{raw.trim()}</q>}</dd>
        {!name.startsWith(label) && <dt>行名</dt>}
        {!name.startsWith(label) && <dd>{label}</dd>}
        <dt>位置</dt>
        <dd>{buildPlaceText(at)}</dd>
        {confidence !== null && <dt>识别</dt>}
        {confidence !== null && <dd>由图片识别，把握 {confidence}%，请核对</dd>}
      </dl>
      <p>
        <a href={`${address}#${encodeURIComponent(buildCellId(fact))}`}>回到报告中的这一格</a>
      </p>
    </section>
  );
}
