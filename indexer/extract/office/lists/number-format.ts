const han = "〇一二三四五六七八九".split("");
const legal = "零壹贰叁肆伍陆柒捌玖".split("");
const stems = "甲乙丙丁戊己庚辛壬癸".split("");
const branches = "子丑寅卯辰巳午未申酉戌亥".split("");
const romans: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** How each number format of Word (ECMA-376 part 1, 17.18.59 ST_NumberFormat) writes a number from 1 on. */
const formats: ReadonlyMap<string, (value: number) => string> = new Map([
  ["none", () => ""],
  ["decimalZero", (value) => String(value).padStart(2, "0")],
  ["decimalFullWidth", writeFullWidth],
  ["decimalFullWidth2", writeFullWidth],
  ["chineseCounting", writeHan],
  ["chineseCountingThousand", writeHan],
  ["japaneseCounting", writeHan],
  ["taiwaneseCounting", writeHan],
  ["taiwaneseCountingThousand", writeHan],
  ["koreanCounting", writeHan],
  ["ideographDigital", writeDigits],
  ["japaneseDigitalTenThousand", writeDigits],
  ["taiwaneseDigital", writeDigits],
  ["koreanDigital2", writeDigits],
  ["chineseLegalSimplified", writeLegal],
  ["ideographLegalTraditional", writeLegal],
  ["japaneseLegal", writeLegal],
  ["ideographTraditional", (value) => pick(stems, value)],
  ["ideographZodiac", (value) => pick(branches, value)],
  ["decimalEnclosedCircle", (value) => writeEnclosed(value, "①")],
  ["decimalEnclosedCircleChinese", (value) => writeEnclosed(value, "①")],
  ["decimalEnclosedParen", (value) => writeEnclosed(value, "⑴")],
  ["decimalEnclosedFullstop", (value) => writeEnclosed(value, "⒈")],
  ["ideographEnclosedCircle", (value) => (value <= 10 ? offset("㊀", value) : String(value))],
  ["upperRoman", (value) => writeRoman(value).toUpperCase()],
  ["lowerRoman", writeRoman],
  ["upperLetter", (value) => writeLetter(value).toUpperCase()],
  ["lowerLetter", writeLetter],
]);

/** A number as Word prints it in a format; formats that Chinese documents do not use are decimal. */
export function writeNumber(value: number, format: string): string {
  const write = value >= 1 && value < 10_000 ? formats.get(format) : undefined;
  return write ? write(value) : String(value);
}

function writeFullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => offset("０", Number(digit) + 1));
}

function writeDigits(value: number): string {
  return String(value).replace(/\d/gu, (digit) => han[Number(digit)] ?? digit);
}

function writeHan(value: number): string {
  return countIn(han, ["", "十", "百", "千"], value).replace(/^一十/u, "十");
}

function writeLegal(value: number): string {
  return countIn(legal, ["", "拾", "佰", "仟"], value);
}

/** 一百零五: digits with their units, a run of zeros written once and never at the end. */
function countIn(digits: readonly string[], units: readonly string[], value: number): string {
  const printed = String(value).split("").map(Number);
  let text = "";
  let isZero = false;
  for (const [index, digit] of printed.entries()) {
    if (digit === 0) {
      isZero = true;
      continue;
    }
    if (isZero) text += "零";
    isZero = false;
    text += `${digits[digit] ?? ""}${units[printed.length - 1 - index] ?? ""}`;
  }
  return text;
}

function pick(signs: readonly string[], value: number): string {
  return signs[value - 1] ?? String(value);
}

function writeEnclosed(value: number, first: string): string {
  return value <= 20 ? offset(first, value) : String(value);
}

function offset(first: string, value: number): string {
  return String.fromCharCode(first.charCodeAt(0) + value - 1);
}

function writeRoman(value: number): string {
  let rest = value;
  let text = "";
  for (const [worth, sign] of romans) for (; rest >= worth; rest -= worth) text += sign;
  return text;
}

/** a … z, aa, bb …: Word repeats the letter. */
function writeLetter(value: number): string {
  return offset("a", ((value - 1) % 26) + 1).repeat(Math.min(10, Math.ceil(value / 26)));
}
