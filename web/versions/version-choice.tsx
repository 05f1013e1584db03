import type { ReportCapture, ReportVersion } from "../../corpus/report.ts";
import { buildVersionLabel } from "./version-label.ts";

interface Props {
  readonly id: string;
  readonly versions: readonly ReportVersion[];
  readonly from: ReportCapture;
  readonly to: ReportCapture;
}

/** Which two versions are compared; a form that works without scripts. */
export function VersionChoice({ id, versions, from, to }: Props) {
  return (
    <form class="version-choice" action={`/reports/${id}/changes`} method="get">
      <Choice name="from" label="旧版本" versions={versions} chosen={from} />
      <Choice name="to" label="新版本" versions={versions} chosen={to} />
      <button type="submit" class="search-button">
        比较
      </button>
    </form>
  );
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly versions: readonly ReportVersion[];
  readonly chosen: ReportCapture;
}) {
  const { name, label, versions, chosen } = props;
  return (
    <label>
      {label}
      <select name={name}>
        {versions.map(({ capture, current }) => (
          <option value={capture.digest} selected={capture.digest === chosen.digest}>
            {buildVersionLabel(capture, versions)}
            {current ? "（最新）" : ""}
          </option>
        ))}
      </select>
    </label>
  );
}
