import type { Report } from "../../corpus/report.ts";
import { buildTimeText } from "../date-text.ts";
import { buildChangesAddress, buildReportAddress } from "./report-address.ts";

/** Says so where the page shows another version than the current one. */
export function VersionNotice({ report }: { readonly report: Report }) {
  const { id, capture, versions } = report;
  const current = versions.find((version) => version.current)?.capture;
  if (current === undefined || current.digest === capture.digest) return null;
  const digests = { from: capture.digest, to: current.digest };
  return (
    <p class="notice version-notice">
      这是 {buildTimeText(capture.capturedAt)} 采集的旧版本，之后另有采集。
      <a href={buildReportAddress({ id })}>看现在的版本</a>
      <a href={buildChangesAddress(id, digests)}>看两版的不同</a>
    </p>
  );
}
