import { verdictLabels, type Verdict } from "../../corpus/finding.ts";
import { buildNumberText } from "../number-text.ts";
import { buildCellIdOfKey } from "./cell-id.ts";
import type { CitedFinding } from "./cited-findings.ts";

/** Findings about one table: those that fail in full, the others behind one line each. */
export function FindingsPanel(props: {
  readonly cited: readonly CitedFinding[];
  readonly label: string;
  readonly cellNames: ReadonlyMap<string, string>;
}) {
  const { cited, label, cellNames } = props;
  if (cited.length === 0) return null;
  const pick = (verdict: Verdict) => cited.filter(({ finding }) => finding.verdict === verdict);
  const fails = pick("fails");
  return (
    <div class="findings" role="group" aria-label={`勾稽核对：${label}`}>
      {fails.length > 0 && (
        <ul class="findings-fails">
          {fails.map((item) => (
            <FindingItem {...item} cellNames={cellNames} />
          ))}
        </ul>
      )}
      <Folded cited={pick("holds")} verdict="holds" cellNames={cellNames} />
      <Folded cited={pick("cannotTell")} verdict="cannotTell" cellNames={cellNames} />
    </div>
  );
}

function Folded(props: {
  readonly cited: readonly CitedFinding[];
  readonly verdict: Verdict;
  readonly cellNames: ReadonlyMap<string, string>;
}) {
  const { cited, verdict, cellNames } = props;
  if (cited.length === 0) return null;
  return (
    <details class={`findings-folded verdict-${verdict}`}>
      <summary>
        <VerdictBadge verdict={verdict} />
        {cited.length} 项勾稽关系{verdictLabels[verdict]}
      </summary>
      <ul>
        {cited.map((item) => (
          <FindingItem {...item} cellNames={cellNames} />
        ))}
      </ul>
    </details>
  );
}

interface ItemProps extends CitedFinding {
  readonly cellNames: ReadonlyMap<string, string>;
}

function FindingItem({ id, finding, cellNames }: ItemProps) {
  const { rule, verdict, message, expected, actual, facts } = finding;
  return (
    <li id={id} class={`finding verdict-${verdict}`}>
      <p class="finding-head">
        <VerdictBadge verdict={verdict} />
        <code class="finding-rule">{rule}</code>
        <span>{message}</span>
      </p>
      {verdict === "fails" && expected !== null && actual !== null && (
        <p class="finding-sides">
          应为 <b>{buildNumberText(expected)}</b>，实为 <b>{buildNumberText(actual)}</b>，相差{" "}
          <b>{buildNumberText(actual - expected)}</b>
        </p>
      )}
      {verdict !== "holds" && facts.length > 0 && (
        <ul class="finding-facts" aria-label="涉及的格">
          {facts.map((key) => (
            <li>
              <a href={`#${buildCellIdOfKey(key)}`}>{cellNames.get(key) ?? key}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const signs: Readonly<Record<Verdict, string>> = { holds: "✓", fails: "✕", cannotTell: "?" };

export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span class={`badge badge-${verdict}`}>
      <span aria-hidden="true">{signs[verdict]}</span> {verdictLabels[verdict]}
    </span>
  );
}
