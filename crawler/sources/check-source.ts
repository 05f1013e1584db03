import type { FailureCause } from "../../corpus/failure.ts";
import type { Source } from "../../corpus/source.ts";
import { FetchFailed } from "../http/fetch-failed.ts";
import { expandPattern } from "../links/expand-pattern.ts";
import { findColumns } from "../links/find-columns.ts";
import { buildPortalPage, findFamily, lookAtColumn } from "./look-at-column.ts";
import type { PoliteVisitor, VisitedPage } from "./polite-visitor.ts";

/**
 * What one page of a source told. `columns` are links to columns of reports, `steps` those to pages on the way to them,
 * `reports` links to reports and the report that the page is itself. `failure` is null where the page came; `sentence`
 * is for a person.
 */
export interface SourceCheck {
  readonly id: string;
  readonly url: string;
  readonly failure: FailureCause | null;
  readonly family: string | null;
  readonly columns: number;
  readonly steps: number;
  readonly reports: number;
  readonly sentence: string;
}

/** Until the end of January most reports of the year before are still to come. */
const lastMonthOfPublishing = 0;

/** Tries one page of a source: its entry, or of a pattern the first address of the newest year that is due. */
export async function checkSource(
  source: Source,
  { visitor, now }: { readonly visitor: PoliteVisitor; readonly now: () => number },
): Promise<SourceCheck> {
  const url = chooseAddress(source, new Date(now()));
  const nothing = { family: null, columns: 0, steps: 0, reports: 0 };
  try {
    const visited = await visitor.fetchPage(url, source);
    const seen = look(source, visited);
    const sentence = describe(source, seen);
    return { id: source.id, url: visited.url, failure: null, ...seen, sentence };
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    const { failure, message } = error;
    return { id: source.id, url, failure, ...nothing, sentence: message };
  }
}

/** The entry; of a pattern, the address for the newest year whose reports should be there. */
function chooseAddress(source: Source, today: Date): string {
  if (source.kind !== "pattern") return source.entry;
  const isEarly = today.getUTCMonth() <= lastMonthOfPublishing;
  const year = today.getUTCFullYear() - (isEarly ? 2 : 1);
  return expandPattern(source, [year])[0]?.request.url ?? source.entry;
}

type Seen = Pick<SourceCheck, "family" | "columns" | "steps" | "reports">;

function look(source: Source, visited: VisitedPage): Seen {
  if (source.kind === "portal") {
    const page = buildPortalPage(visited, "entry");
    const found = findColumns(page);
    const columns = found.filter(({ role }) => role === "column").length;
    return { family: findFamily(page), columns, steps: found.length - columns, reports: 0 };
  }
  const { family, reports, isReport } = lookAtColumn(visited);
  if (source.kind === "pattern") return { family, columns: 0, steps: 0, reports: isReport ? 1 : 0 };
  return { family, columns: 0, steps: 0, reports: reports + (isReport ? 1 : 0) };
}

function describe(source: Source, { family, columns, steps, reports }: Seen): string {
  const counts = [
    [columns, "columns of reports"],
    [steps, "pages on the way to them"],
    [reports, "reports"],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const portal = family === null ? "" : ` (${family})`;
  if (told.length > 0) return `answers${portal} and shows ${told.join(", ")}.`;
  const mend =
    source.render === "browser"
      ? "look at it in a browser: the entry may be wrong."
      : "look at it in a browser: the entry may be wrong, or its page made by scripts (render browser).";
  return `answers${portal}, but shows nothing on the way to reports; ${mend}`;
}
