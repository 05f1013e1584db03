import { dropUnit, readNumber, type PrintedNumber } from "./read-number.ts";
import { isBrokenNumber } from "./is-broken-number.ts";
import { scanLabel, type PrintedLabel } from "./scan-label.ts";

/** A piece of a line: a known label, a number or mark, a unit, an empty cell, or words that no form knows. */
export interface Item {
  readonly kind: "label" | "value" | "unit" | "blank" | "text";
  readonly start: number;
  readonly end: number;
  readonly slot: number;
  readonly label: PrintedLabel | null;
  readonly number: PrintedNumber | null;
}

/**
 * A line read as cells. `slots` is the number of cell borders (tabs, pipes) in it; `next` the offset of the line
 * after it: a label may run over line ends. `strength` is `strong` where forms know all of it, `weak` where a
 * cell holds other words, `bare` where the whole line is such a cell.
 */
export interface LexedLine {
  readonly items: readonly Item[];
  readonly slots: number;
  readonly next: number;
  readonly strength: "strong" | "weak" | "bare";
}

const separatorRow = /^[\s|:+\-—─=]{3,}$/u;
const unit = /(?:[万亿] ?元|元|[人件] ?次|条|件|次|人|篇|个|份|场|期|页|项|宗)(?=[\s|]|$)/uy;
/** A unit between a label and a number without anything between them. */
const gluedUnit = /(?:万元|元|人次|条|件|次|人|篇|个|份)(?=[0-9０-９])/uy;
/** A code with a mark that points to a remark (`35*`): it is no number that a cell could mean. */
const markedCode = /\d{2}\*{1,3}(?=[\s|]|$)/uy;
const trailingNumbers =
  /^([^\s|][^|\t]{0,60}?)(?:[^\S\n]{1,20}(?:万元|元|人次|条|件|次|人|篇|个|份))?(?:[^\S\n]{1,20}[+＋\-－]?[0-9０-９][0-9０-９,.．]{0,15}){1,16}\s{0,9}$/u;
const prose = /[。；;！!？?]/u;
const longestText = 60;
const strayWords =
  /(?!第?\d{1,4}(?![.．、]\D))[^\s|，。；;！!？?]{2,40}(?=(?: ?[万亿]?元| [人件]?次| [条件人篇个份])? (?:[+＋\-－]?[0-9０-９]|[/／—]))/uy;
/** Part of a number that was broken behind or before its commas: `9,99` of `9,99 9,985`. */
const brokenNumber = /[,，.．]?[0-9０-９][0-9０-９,，.．]{0,99}(?=[\s|]|$)/uy;
/** A line with fewer known labels is none that prints a whole table. */
const fewestLabels = 4;
/** A line with more cells than this is no row of any report. */
const mostItems = 4_000;

/** Reads the line that begins at an offset. Null where it is prose. */
export function lexLine(text: string, start: number): LexedLine | null {
  return new LineLexer(text, start).read();
}

class LineLexer {
  readonly #text: string;
  readonly #items: Item[] = [];
  readonly #start: number;
  #at: number;
  #end: number;
  #slot = 0;
  #cellStart: number;
  #cellItems = 0;
  #strength: LexedLine["strength"] = "strong";

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
    this.#at = start;
    this.#cellStart = start;
    this.#end = findLineEnd(text, start);
  }

  read(): LexedLine | null {
    const line = this.#text.slice(this.#start, Math.min(this.#end, this.#start + 400));
    if (
      separatorRow.test(line) &&
      /[-—─=]{3}/u.test(line) &&
      line.length === this.#end - this.#start
    )
      return this.#finish();
    this.#skipSpace();
    if (this.#char() === "|" && !/^[\s|]*$/u.test(line)) this.#at++;
    for (this.#beginCell(); this.#at < this.#end; this.#skipSpace()) {
      if (this.#items.length > mostItems) return null;
      if (!this.#readBorder() && !this.#readItem() && !this.#readText()) return null;
    }
    return this.#finish();
  }

  #readBorder(): boolean {
    const char = this.#char();
    if (char !== "|" && char !== "\t") return false;
    if (this.#items.length === this.#cellItems) this.#add("blank", this.#at, {});
    this.#at++;
    this.#slot++;
    this.#beginCell();
    return true;
  }

  #readItem(): boolean {
    const at = this.#at;
    const label = scanLabel(this.#text, at);
    if (label) return this.#add("label", label.end, { label });
    const printed = readNumber(this.#text, at);
    // 个 behind a number may begin a label (`70 个人隐私`).
    for (const number of printed ? [printed, dropUnit(printed)] : [])
      if (this.#isBorder(number.end)) return this.#add("value", number.end, { number });
    markedCode.lastIndex = at;
    const code = markedCode.exec(this.#text)?.[0];
    if (code) {
      const end = markedCode.lastIndex;
      return this.#add("value", end, { number: { value: null, unit: null, raw: code, end } });
    }
    const isGlued = this.#items.at(-1)?.kind === "label" && this.#items.at(-1)?.end === at;
    for (const pattern of isGlued ? [unit, gluedUnit] : [unit]) {
      pattern.lastIndex = at;
      if (pattern.test(this.#text)) return this.#add("unit", pattern.lastIndex, {});
    }
    return false;
  }

  /** Takes the whole cell as words that no form knows, where its borders are plain. */
  #readText(): boolean {
    const known = this.#items.slice(this.#cellItems);
    const isBehindLabel = known.some(({ kind }) => kind === "label");
    if ((isBehindLabel || this.#items.length === 0) && this.#readBrokenNumber()) return true;
    const isBehindValue = known.some(({ kind }) => kind === "value");
    if (isBehindValue && !this.#isBrokenCell()) return this.#readWords(known);
    const end = this.#findTextEnd();
    if (end <= this.#at) return false;
    const words = this.#text.slice(this.#cellStart, end);
    if (words.length > longestText || prose.test(words)) return false;
    this.#strength = this.#cellStart === this.#start && end === this.#end ? "bare" : "weak";
    this.#items.length = this.#cellItems;
    this.#at = this.#cellStart;
    return this.#add("text", end, {});
  }

  /**
   * Words within a whole table on one line that no form knows: they stand apart, before a unit or number, and all
   * around them is a table.
   */
  #readWords(known: readonly Item[]): boolean {
    if (known.filter(({ kind }) => kind === "label").length < fewestLabels) return false;
    strayWords.lastIndex = this.#at;
    const found = strayWords.exec(this.#text)?.[0] ?? "";
    const isApart = this.#text.charAt(this.#at - 1).trim() === "" && found !== "";
    return isApart && this.#add("text", this.#at + found.length, {});
  }

  #isBrokenCell(): boolean {
    if (this.#end - this.#cellStart > longestText) return false;
    return isBrokenNumber(this.#text.slice(this.#cellStart, this.#findTextEnd()));
  }

  /** Behind a label, or at the beginning of a line before one. */
  #readBrokenNumber(): boolean {
    brokenNumber.lastIndex = this.#at;
    if (!brokenNumber.test(this.#text)) return false;
    const end = brokenNumber.lastIndex;
    const label = /\S/u.exec(this.#text.slice(end, this.#end));
    const isBeforeLabel = label !== null && scanLabel(this.#text, end + label.index) !== null;
    if (this.#items.length === 0 && !isBeforeLabel) return false;
    return this.#add("text", end, {});
  }

  #findTextEnd(): number {
    const rest = this.#text.slice(this.#cellStart, this.#end);
    const border = rest.search(/[|\t]/u);
    if (border !== -1) return this.#cellStart + border;
    if (rest.length > 400) return this.#end;
    const words = trailingNumbers.exec(rest)?.[1];
    return this.#cellStart + (words?.length ?? rest.length);
  }

  #isBorder(at: number): boolean {
    const char = this.#text.charAt(at);
    return char === "" || char === "|" || char.trim() === "" || scanLabel(this.#text, at) !== null;
  }

  #add(kind: Item["kind"], end: number, parts: Partial<Pick<Item, "label" | "number">>): boolean {
    const { label = null, number = null } = parts;
    this.#items.push({ kind, start: this.#at, end, slot: this.#slot, label, number });
    this.#at = end;
    if (end > this.#end) this.#end = findLineEnd(this.#text, end);
    return true;
  }

  #beginCell(): void {
    this.#skipSpace();
    this.#cellStart = this.#at;
    this.#cellItems = this.#items.length;
  }

  #skipSpace(): void {
    while (this.#at < this.#end && this.#char() !== "\t" && /[\s\u200b]/u.test(this.#char()))
      this.#at++;
  }

  #char(): string {
    return this.#text.charAt(this.#at);
  }

  #finish(): LexedLine {
    const isOpen = this.#slot > 0 && this.#text.charAt(this.#end - 1) === "\t";
    if (isOpen && this.#items.length === this.#cellItems) this.#add("blank", this.#at, {});
    return { items: this.#items, slots: this.#slot, next: this.#end + 1, strength: this.#strength };
  }
}

function findLineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
