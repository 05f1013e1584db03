const grouped = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 6 });

/** `12,345.6`: a number for reading. */
export function buildNumberText(value: number): string {
  return grouped.format(value);
}
