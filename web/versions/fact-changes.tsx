import type { FactChange } from "../../corpus/diff/report-diff.ts";
import type { Report } from "../../corpus/report.ts";
import { buildNumberText } from "../number-text.ts";
import type { CellName } from "../report/cell-names.ts";
import { buildOriginalAddress } from "../report/report-address.ts";

interface Props {
  readonly changes: readonly FactChange[];
  readonly names: ReadonlyMap<string, CellName>;
  readonly from: Report;
  readonly to: Report;
}

/** The cells that differ, each value with the way to its original. */
export function FactChanges({ changes, names, from, to }: Props) {
  return (
    <section aria-labelledby="fact-changes">
      <h2 id="fact-changes" class="section-heading">
        数字
      </h2>
      {changes.length === 0 ? (
        <p>表中的数字没有变。</p>
      ) : (
        <div class="table-scroll" role="region" aria-label="不同的数字" tabindex={0}>
          <table class="fact-changes">
            <thead>
              <tr>
                <th scope="col">数据项</th>
                <th scope="col">旧版本</th>
                <th scope="col">新版本</th>
                <th scope="col">增减</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <FactRow change={change} names={names} from={from} to={to} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function FactRow({ change, names, from, to }: Omit<Props, "changes"> & { change: FactChange }) {
  const name = names.get(change.key)?.name ?? `${change.label}·${change.column}`;
  return (
    <tr class={`change-${change.change}`}>
      <th scope="row">
        {name}
        <code class="fact-key">{change.key}</code>
      </th>
      <td>
        <Reading reading={change.from} report={from} factKey={change.key} />
      </td>
      <td>
        <Reading reading={change.to} report={to} factKey={change.key} />
      </td>
      <td>{buildDifference(change)}</td>
    </tr>
  );
}

function Reading(props: {
  readonly reading: FactChange["from"];
  readonly report: Report;
  readonly factKey: string;
}) {
  const { reading, report, factKey } = props;
  if (reading === null) return <span class="muted">没有这一格</span>;
  const { value, raw, unit } = reading;
  const printed = raw.trim();
  const text = value === null ? printed || "未填写" : String(value);
  const isOdd = value !== null && printed !== "" && printed !== text;
  const version = { id: report.id, digest: report.capture.digest };
  return (
    <>
      <a href={buildOriginalAddress(version, factKey)}>{text}</a>
      {unit !== null && value !== null && <span class="cell-unit">{unit}</span>}
      {isOdd && <span class="fact-raw muted">原文“{printed}”</span>}
      {value === null && printed !== "" && <span class="fact-raw muted">不作数字</span>}
    </>
  );
}

/** `+3`, `-3`; nothing where one side is no number. */
function buildDifference({ from, to }: FactChange): string {
  const [before, after] = [from?.value ?? null, to?.value ?? null];
  if (before === null || after === null || before === after) return "";
  const text = buildNumberText(after - before);
  return after > before ? `+${text}` : text;
}
