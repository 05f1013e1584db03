import { countChanges, type Comparable } from "../diff/diff-reports.ts";
import type { VersionChanges } from "../diff/version-changes.ts";
import { loadFacts, loadSections } from "./load-report.ts";
import type { Store } from "./open-store.ts";

/** Versions of one report that are compared at most, from the newest back. */
const mostVersions = 12;

/** How the newest versions of a report differ, each from the one before it, the newest first. */
export async function loadVersionChanges(
  store: Store,
  reportId: string,
): Promise<readonly VersionChanges[]> {
  const versions = await loadNewestVersions(store, reportId);
  if (versions.length < 2) return [];
  const contents: Comparable[] = [];
  for (const { id } of versions)
    contents.push({ sections: await loadSections(store, id), facts: await loadFacts(store, id) });
  return versions.slice(0, -1).flatMap(({ digest }, at) => {
    const [to, from, older] = [contents[at], contents[at + 1], versions[at + 1]];
    return to && from && older ? [{ digest, since: older.digest, ...countChanges(from, to) }] : [];
  });
}

function loadNewestVersions({ db }: Store, reportId: string) {
  return db
    .selectFrom("version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("version.report_id", "=", reportId)
    .orderBy("capture.captured_at", "desc")
    .orderBy("version.id", "desc")
    .select(["version.id", "capture.digest"])
    .limit(mostVersions)
    .execute();
}
