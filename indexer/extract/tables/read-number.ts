/** A number or a mark for none, as a cell prints it. `value` is null for a mark (`/`, `—`, `空`). */
export interface PrintedNumber {
  readonly value: number | null;
  readonly unit: string | null;
  readonly raw: string;
  readonly end: number;
}

const number =
  /([+＋\-－−–]?)[^\S\n\t]?([0-9０-９]{1,15}(?:[,，][0-9０-９]{3}){0,4})(?:[.．]([0-9０-９]{1,8}))?(?:[^\S\n\t]?(万元|亿元|元|人次|件次|件|条|次|人|个|份|篇|宗|起|项))?(?:[（(]次[）)])?/uy;
const mark = /(?:[/／]{1,2}|[—–\-－]{1,4}|空|无|…{1,2}|\*{1,3})/uy;

/** Reads the number or mark that begins at an offset; null where none does. What follows is not looked at. */
export function readNumber(text: string, at: number): PrintedNumber | null {
  number.lastIndex = at;
  const match = number.exec(text);
  if (match) {
    const [raw, sign = "", whole = "", fraction, unit = null] = match;
    const digits = toHalfWidth(whole).replaceAll(",", "");
    const value = Number(fraction === undefined ? digits : `${digits}.${toHalfWidth(fraction)}`);
    const isNegative = /[-－−–]/u.test(sign) && value !== 0;
    return { value: isNegative ? -value : value, unit, raw, end: number.lastIndex };
  }
  mark.lastIndex = at;
  const none = mark.exec(text);
  return none && { value: null, unit: null, raw: none[0], end: mark.lastIndex };
}

/** The number without the unit behind it. */
export function dropUnit(number: PrintedNumber): PrintedNumber {
  const { unit, raw, end } = number;
  if (unit === null) return number;
  const bare = raw.slice(0, raw.lastIndexOf(unit)).trimEnd();
  return { ...number, unit: null, raw: bare, end: end - raw.length + bare.length };
}

function toHalfWidth(digits: string): string {
  return digits.normalize("NFKC");
}
