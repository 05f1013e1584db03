import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { RawTable } from "./cell.ts";

type Row = RawTable["rows"][number];

/** Headers of tables that list people, files, places or dates. */
const otherTables =
  /电话|手机|邮编|邮箱|传真号|地址|网址|链接|姓名|职务|联系人|负责人|下载|附件|文件名|大小|格式|日期|时间|索引号|文号|标题|名称$|页码|浏览|点击|排名|得分/u;
const counted =
  /统计|数量|总数|次数|件数|条数|人数|份数|篇数|总计|合计|累计|数$|量$|金额|经费|[（(](?:条|件|次|人|人次|份|篇|个|元|万元)[）)]$/u;
const serial = /^(?:序号|编号|序)$/u;
const longestLabel = 60;
const longestNumber = 999_999_999;

/**
 * Whether a grid that no form knows holds statistics: a header that names what is counted, and below it at least two
 * rows of a label and numbers. Lists of contacts, files or dates and tables that only arrange a page are none.
 */
export function isStatistics(rows: readonly Row[]): boolean {
  const printed = rows.map(joinCells).filter((row) => row.some(({ text }) => text !== ""));
  const start = printed.findIndex((row) => row.some((cell) => cell.isNumber));
  const header = printed.slice(0, Math.max(start, 0)).flat();
  const body = printed.slice(Math.max(start, 0));
  if (start < 1 || body.length < 2 || header.length < 2) return false;
  const words = header.map(({ text }) => normalizeLabel(text));
  if (words.some((word) => otherTables.test(word)) || !words.some((word) => counted.test(word)))
    return false;
  const serials = header.flatMap(({ text, slot }) =>
    serial.test(normalizeLabel(text)) ? [slot] : [],
  );
  return body.every((row) => isStatisticsRow(row, new Set(serials)));
}

interface Printed {
  readonly text: string;
  readonly slot: number | null;
  readonly isNumber: boolean;
  readonly isEmpty: boolean;
  readonly isLawful: boolean;
}

/** The cells of a row with all that stands in each. */
function joinCells(row: Row): readonly Printed[] {
  const bySlot = new Map<number | null, Row[number][]>();
  for (const cell of row) bySlot.set(cell.slot, [...(bySlot.get(cell.slot) ?? []), cell]);
  return [...bySlot].map(([slot, cells]) => {
    const [first] = cells;
    const number = cells.length === 1 && first?.kind === "value" ? first.number : null;
    const value = number?.value ?? null;
    return {
      text: cells.map(({ text }) => text).join(""),
      slot,
      isNumber: value !== null,
      isEmpty: first === undefined || first.kind === "blank" || (number !== null && value === null),
      isLawful: value === null || (value <= longestNumber && !/^[0０]\d/u.test(number?.raw ?? "")),
    };
  });
}

/** Labels first, then numbers, marks for none, empty cells and units. */
function isStatisticsRow(row: readonly Printed[], serials: ReadonlySet<number | null>): boolean {
  const cells = row.filter(({ slot }) => !serials.has(slot));
  const first = cells.findIndex(({ isNumber, isEmpty }) => isNumber || isEmpty);
  const labels = cells.slice(0, first === -1 ? cells.length : first);
  const values = first === -1 ? [] : cells.slice(first);
  const isLabelled = labels.some(({ text }) => text !== "" && text.length <= longestLabel);
  if (values.length === 0) return isLabelled && cells.length === 1;
  return (
    isLabelled &&
    values.every(({ isNumber, isEmpty, isLawful }) => (isNumber || isEmpty) && isLawful)
  );
}
