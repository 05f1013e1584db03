import type { ReportCapture } from "../../corpus/report.ts";
import { buildTimeText } from "../date-text.ts";

/** When a version was captured, with the beginning of its digest where another was at the same minute. */
export function buildVersionLabel(
  capture: ReportCapture,
  versions: readonly { readonly capture: ReportCapture }[],
): string {
  const time = buildTimeText(capture.capturedAt);
  const same = versions.filter((version) => buildTimeText(version.capture.capturedAt) === time);
  return same.length > 1 ? `${time} 采集（${capture.digest.slice(0, 8)}）` : `${time} 采集`;
}
