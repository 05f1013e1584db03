import type { Quote } from "../../corpus/finding.ts";
import { sectionLabels, type Section } from "../../corpus/section.ts";

interface Props {
  readonly quote: Quote;
  readonly sections: readonly Section[];
}

/** Characters of the passage that are shown before and behind the words. */
const reach = 40;

/** The words of the report that a finding is about, in their passage, with the way there. */
export function QuoteView({ quote, sections }: Props) {
  const section = sections[quote.section];
  const { start, end, text } = quote;
  const isThere = section?.text.slice(start, end) === text;
  const before = isThere ? section.text.slice(Math.max(0, start - reach), start) : "";
  const behind = isThere ? section.text.slice(end, end + reach) : "";
  return (
    <blockquote class="finding-quote">
      <p>
        {isThere && start > reach && "……"}
        {lastLine(before)}
        <mark>{text}</mark>
        {firstLine(behind)}
        {isThere && end + reach < section.text.length && "……"}
      </p>
      {section && (
        <p class="muted">
          原文见
          <a href={`#s${quote.section}`}>
            {section.heading === "" ? sectionLabels[section.kind] : section.heading}
          </a>
        </p>
      )}
    </blockquote>
  );
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
