import { verdictLabels, type Verdict } from "../../corpus/finding.ts";
import { buildNumberText } from "../number-text.ts";
import type { CitedFinding } from "./cited-findings.ts";
import { FactLink } from "./fact-link.tsx";
import type { FindingContext } from "./finding-context.ts";
import { QuoteView } from "./quote-view.tsx";

/** Findings about one table: those that fail in full, the others behind one line each. */
export function FindingsPanel(props: {
  readonly cited: readonly CitedFinding[];
  readonly label: string;
  readonly context: FindingContext;
}) {
  const { cited, label, context } = props;
  if (cited.length === 0) return null;
  const pick = (verdict: Verdict) => cited.filter(({ finding }) => finding.verdict === verdict);
  const fails = pick("fails");
  return (
    <div class="findings" role="group" aria-label={`勾稽核对：${label}`}>
      {fails.length > 0 && (
        <ul class="findings-fails">
          {fails.map((item) => (
            <FindingItem {...item} context={context} />
          ))}
        </ul>
      )}
      <Folded cited={pick("holds")} verdict="holds" context={context} />
      <Folded cited={pick("cannotTell")} verdict="cannotTell" context={context} />
    </div>
  );
}

function Folded(props: {
  readonly cited: readonly CitedFinding[];
  readonly verdict: Verdict;
  readonly context: FindingContext;
}) {
  const { cited, verdict, context } = props;
  if (cited.length === 0) return null;
  return (
    <details class={`findings-folded verdict-${verdict}`}>
      <summary>
        <VerdictBadge verdict={verdict} />
        {cited.length} 项勾稽关系{verdictLabels[verdict]}
      </summary>
      <ul>
        {cited.map((item) => (
          <FindingItem {...item} context={context} />
        ))}
      </ul>
    </details>
  );
}

interface ItemProps extends CitedFinding {
  readonly context: FindingContext;
}

function FindingItem({ id, finding, context }: ItemProps) {
  const { rule, verdict, message, expected, actual, facts, quote } = finding;
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
      {quote !== undefined && <QuoteView quote={quote} sections={context.report.sections} />}
      {verdict !== "holds" && facts.length > 0 && (
        <ul class="finding-facts" aria-label="涉及的格">
          {facts.map((key) => (
            <li>
              <FactLink factKey={key} {...context} />
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
