import { buildPlainCharacters, characterKinds, type CharacterKind } from "./plain-characters.ts";
import { foldUnits, readUnits } from "./read-units.ts";

/** Hears of the units of a text in their order, by the code point of a sign or the text of a word or a number. */
export interface UnitVisitor {
  readonly visitSign: (point: number) => void;
  readonly visitWord: (text: string) => void;
}

const { kinds, folded } = buildPlainCharacters(foldUnits);
const { unknown, sign, point, digit, letter } = characterKinds;

/**
 * Tells a visitor the same units as `readUnits` gives, at a tenth of its cost: a line of common characters is read one
 * by one. No unit and no folding goes beyond a line.
 */
export function walkUnits(text: string, visitor: UnitVisitor): void {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    const to = end === -1 ? text.length : end;
    if (isPlain(text, from, to)) walkPlain(text.slice(from, to), visitor);
    else walkRead(text.slice(from, to), visitor);
    from = to + 1;
  }
}

function isPlain(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (kinds[text.charCodeAt(at)] === unknown) return false;
  return true;
}

function walkRead(text: string, visitor: UnitVisitor): void {
  for (const unit of readUnits(text)) {
    if (unit.kind === "number" || unit.kind === "word") visitor.visitWord(unit.text);
    else visitor.visitSign(unit.text.codePointAt(0) ?? 0);
  }
}

function walkPlain(line: string, visitor: UnitVisitor): void {
  for (let at = 0; at < line.length;) {
    const code = line.charCodeAt(at);
    const kind = kinds[code];
    if (kind === letter || kind === digit) {
      at = walkRun(line, at, visitor);
      continue;
    }
    // A point behind no digit is none of a number.
    if (kind === sign || kind === point) visitor.visitSign(folded[code] ?? 0);
    at += 1;
  }
}

/** Letters, digits and points side by side, from a letter or digit on; returns where the last letter or digit ends. */
function walkRun(line: string, from: number, visitor: UnitVisitor): number {
  let [end, at, isJoined] = [from, from, false];
  for (; at < line.length; at += 1) {
    const kind = kinds[line.charCodeAt(at)] as CharacterKind;
    if (kind === letter || kind === digit) {
      if (at > end) isJoined = true;
      end = at + 1;
    } else if (kind !== point) break;
  }
  const text = foldPlain(line, from, end);
  if (!isJoined) visitor.visitWord(text);
  else if (number.test(text)) visitor.visitWord(text.replaceAll(",", ""));
  else walkRead(text, visitor);
  return end;
}

const number = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

function foldPlain(line: string, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at += 1)
    text += String.fromCharCode(folded[line.charCodeAt(at)] ?? 0);
  return text;
}
