import { UnreadableFile } from "../../unreadable-file.ts";
import type { ConvertedDocument } from "../converted-document.ts";
import { ListCounter } from "../lists/list-counter.ts";
import { OleFile } from "../ole/ole-file.ts";
import { readSummary } from "../ole/read-summary.ts";
import type { WordParagraph } from "./paragraph.ts";
import { readLists } from "./read-lists.ts";
import { ParagraphReader } from "./read-paragraphs.ts";
import { readText } from "./read-text.ts";
import { readWordBinary, type WordBinary } from "./word-binary.ts";
import { writeParagraphs } from "./write-paragraphs.ts";

/** Converts a Word 97–2003 document ([MS-DOC]) into HTML. Throws UnreadableFile. */
export function convertDoc(bytes: Uint8Array): ConvertedDocument {
  const ole = new OleFile(bytes);
  const binary = readWordBinary(ole);
  const paragraphs = readParagraphs(binary);
  const html = writeParagraphs(paragraphs);
  const pictures = paragraphs.reduce((sum, paragraph) => sum + paragraph.pictures, 0);
  return { html, meta: readSummary(ole), pictures };
}

/** The paragraphs of the text, then those of notes and text boxes, with their automatic numbers. */
function readParagraphs(binary: WordBinary): readonly WordParagraph[] {
  try {
    const reader = new ParagraphReader(binary, readText(binary));
    const { main, footnotes, headers, comments, endnotes, textBoxes } = binary.parts;
    const notesEnd = main + footnotes + headers + comments + endnotes;
    const parts = [
      ...reader.read(0, main),
      ...reader.read(main, main + footnotes),
      ...reader.read(notesEnd - endnotes, notesEnd + textBoxes),
    ];
    return numberParagraphs(binary, parts);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UnreadableFile("The Word document is damaged; save it again as .docx.", { cause });
  }
}

function numberParagraphs(
  binary: WordBinary,
  paragraphs: readonly WordParagraph[],
): readonly WordParagraph[] {
  const lists = readLists(binary);
  const counter = new ListCounter();
  return paragraphs.map((paragraph) => {
    const list = lists.get(paragraph.list);
    const number = list ? counter.countNext(list, paragraph.level) : "";
    return number === "" ? paragraph : { ...paragraph, text: `${number}${paragraph.text}` };
  });
}
