import { buildReportId } from "../../corpus/report.ts";
import { buildCellIdOfKey } from "./cell-id.ts";
import type { FindingContext } from "./finding-context.ts";
import { buildReportAddress } from "./report-address.ts";

interface Props extends FindingContext {
  /** A fact's key; one of another year's report ends in `@` and that year. */
  readonly factKey: string;
}

/** A link to the cell that a finding names, on this page or on that of the same agency's other year. */
export function FactLink({ factKey, report, cellNames }: Props) {
  const [, key = factKey, year] = /^(.*)@(\d{4})$/su.exec(factKey) ?? [];
  const cell = cellNames.get(key);
  const anchor = `#${encodeURIComponent(buildCellIdOfKey(key))}`;
  if (year === undefined)
    return <a href={anchor}>{cell === undefined ? key : `${cell.name} ${cell.value}`}</a>;
  const address = buildReportAddress({ id: buildReportId(report.agencyId, Number(year)) });
  return (
    <a href={`${address}${anchor}`}>
      {year} 年报告：{cell?.name ?? key}
    </a>
  );
}
