import { failures, type NextStep, nextSteps } from "../corpus/failure.ts";
import type { FailureCount } from "../corpus/store/frontier/load-failures.ts";

/** What comes next, as the summary of a crawl says it. */
const headings: Readonly<Record<NextStep, string>> = {
  retry: "to be tried again",
  later: "to be tried again later",
  "give-up": "given up",
  "stop-host": "stopped until a person has looked",
};

/** Every failure of a crawl by what comes next and why, a line each; nothing where there was none. */
export function describeFailures(counts: readonly FailureCount[]): readonly string[] {
  return nextSteps.flatMap((next) => {
    const own = counts.filter(({ failure }) => failures[failure].next === next);
    if (own.length === 0) return [];
    const total = own.reduce((sum, { count }) => sum + count, 0);
    return [`${total} ${headings[next]}:`, ...own.map(describeCount)];
  });
}

function describeCount({ failure, count, reason, dueAt }: FailureCount): string {
  const again = dueAt === null ? "" : ` (not before ${dueAt.slice(0, 16).replace("T", " ")} UTC)`;
  return `  ${count} × ${failure}: ${failures[failure].meaning}${again}; e.g. ${reason}`;
}
