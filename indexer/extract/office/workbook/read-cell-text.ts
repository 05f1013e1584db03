import { SSF, type CellObject } from "@e965/xlsx";
import { normalizeSpace } from "../../page/normalize-space.ts";

/** What a cell shows. `stored` is the number behind it where rounding hides a part of that, else null. */
export interface CellText {
  readonly text: string;
  readonly stored: string | null;
}

const formats = SSF as { readonly is_date: (format: string) => boolean };

/**
 * The text of a cell as its program shows it, but never less than the number it holds: no exponent, and a zero
 * that a format shows as a dash or not at all is a zero.
 */
export function readCellText(cell: CellObject): CellText {
  const { t: type, v: value, w: shown } = cell;
  if (type === "n" && typeof value === "number") return readNumber(cell, value);
  const text = type === "s" || shown === undefined ? (value ?? "") : shown;
  return {
    text: normalizeSpace(text instanceof Date ? text.toISOString() : String(text)),
    stored: null,
  };
}

function readNumber({ w: shown = "", z: format = "General" }: CellObject, value: number): CellText {
  const plain = writePlain(value);
  const pattern = String(format);
  if (pattern === "General" || shown === "") return { text: plain, stored: null };
  if (formats.is_date(pattern) || pattern.includes("%"))
    return { text: normalizeSpace(shown), stored: null };
  const printed = Number(readDigits(shown));
  const isNoDecimal = !/\d/u.test(shown) || /[eE]|[?#0]\/[?#\d]/u.test(removeLiterals(pattern));
  if (isNoDecimal || Number.isNaN(printed)) return { text: plain, stored: null };
  const text = value < 0 ? shown.replace(/^\s*\((.*)\)\s*$/u, "-$1") : shown;
  const isWhole = Math.abs(Math.abs(printed) - Math.abs(value)) <= 1e-9 * Math.abs(value);
  return { text: normalizeSpace(text), stored: isWhole ? null : plain };
}

/** The number as it was typed: 15 digits are what a cell holds. */
function writePlain(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return /e/u.test(text) && Math.abs(rounded) < 1e21
    ? rounded.toFixed(15).replace(/\.?0+$/u, "")
    : text;
}

function readDigits(shown: string): string {
  return /[\d,]*\.?\d+/u.exec(shown)?.[0].replaceAll(",", "") ?? "";
}

function removeLiterals(pattern: string): string {
  return pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gu, "");
}
