const stamp = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** `2024年1月5日` of an ISO date. */
export function buildDateText(date: string): string {
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-");
  return `${Number(year)}年${Number(month)}月${Number(day)}日`;
}

/** `2024年1月5日 09:30`, in China's time, of an ISO instant. */
export function buildTimeText(instant: string): string {
  const pick = readStamp(instant);
  return `${pick("year")}年${pick("month")}月${pick("day")}日 ${pick("hour")}:${pick("minute")}`;
}

/** The ISO date that it was in China at an ISO instant. */
export function readChinaDate(instant: string): string {
  const pick = readStamp(instant);
  return `${pick("year")}-${pick("month").padStart(2, "0")}-${pick("day").padStart(2, "0")}`;
}

function readStamp(instant: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = new Map(
    stamp.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return (type) => parts.get(type) ?? "";
}
