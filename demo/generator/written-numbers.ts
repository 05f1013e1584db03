import fc from "fast-check";
import type { Form } from "../../corpus/forms/form.ts";
import { listFactKeys } from "./print-tables.ts";
import type { Prints } from "./printed-table.ts";

/** Numbers as cells print them: plain, with thousands, in full width, signed or with a fraction where lawful. */
export function numbersOf(key: string): fc.Arbitrary<string> {
  const whole = fc.oneof(fc.constant(0), fc.nat(9), fc.nat(9_999_999));
  if (key.endsWith(".change"))
    return whole.chain((n) => fc.constantFrom(`+${n}`, `-${n}`, String(n)));
  if (key.endsWith(".amount"))
    return fc.tuple(whole, fc.nat(9999)).map(([a, b]) => `${a}.${String(b).padStart(4, "0")}`);
  return whole.chain((n) =>
    fc.constantFrom(String(n), String(n), n.toLocaleString("en-US"), toFullWidth(String(n))),
  );
}

/** Digits as wide as Chinese characters. */
export function toFullWidth(digits: string): string {
  return digits.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** The number that a print stands for; null for an empty cell or a mark for none. */
export function parsePrint(print: string): number | null {
  const plain = print.normalize("NFKC").replaceAll(",", "").replace("+", "");
  return /\d/u.test(plain) ? Number(plain) + 0 : null;
}

/** Prints for all cells of a form. */
export function printsOf(
  form: Form,
  cell: (key: string) => fc.Arbitrary<string> = numbersOf,
): fc.Arbitrary<Prints> {
  const keys = listFactKeys(form);
  return fc
    .tuple(...keys.map(cell))
    .map((cells) => new Map(keys.map((key, at) => [key, cells[at] ?? ""])));
}

/** Different small numbers in all cells, so that a number in a wrong cell shows. */
export function numberAll(form: Form): Prints {
  return new Map(listFactKeys(form).map((key, at) => [key, String(at + 1)]));
}
