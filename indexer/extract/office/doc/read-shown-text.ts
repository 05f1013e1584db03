import type { WordText } from "./read-text.ts";

/** What a paragraph shows, with `\n` where a line is broken, and the pictures in it. */
export interface ShownText {
  readonly text: string;
  readonly pictures: number;
}

const field = { begin: "\u0013", separate: "\u0014", end: "\u0015" };
const pictureMarks = new Set(["\u0001", "\u0008"]);
const written: Readonly<Record<string, string>> = { "\t": " ", "\v": "\n", "\u001E": "-" };

/**
 * The text from `start` to `end` without what is hidden or deleted, the instructions of fields, and the marks
 * of notes and pictures ([MS-DOC] 2.4.1).
 */
export function readShownText({ text, hidden }: WordText, start: number, end: number): ShownText {
  let words = "";
  let pictures = 0;
  const fields: boolean[] = [];
  let instructions = 0;
  for (let at = start; at < end; at++) {
    const sign = text.charAt(at);
    if (sign === field.begin) fields.push(true);
    if (sign === field.begin) instructions++;
    if (sign === field.separate || sign === field.end) {
      if (fields.pop()) instructions--;
      if (sign === field.separate) fields.push(false);
    }
    if (hidden[at] === 1 || instructions > 0) continue;
    if (pictureMarks.has(sign)) pictures++;
    else words += written[sign] ?? (sign < " " ? "" : sign);
  }
  return { text: words, pictures };
}
