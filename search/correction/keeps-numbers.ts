const number = /[〇零一二三四五六七八九十百千万亿两]{2,}|第[〇零一二三四五六七八九十百千万亿两]+/gu;

/** Whether every number in Chinese numerals stays as it is: 二〇一九 is no slip for 二〇一八. */
export function keepsNumbers(from: string, to: string): boolean {
  return (from.match(number) ?? []).every((typed) => to.includes(typed));
}
