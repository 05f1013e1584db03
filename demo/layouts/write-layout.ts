import type { DemoPage } from "../build-page.ts";
import type { DemoLayout } from "../demo-report.ts";
import { writeText } from "./write-text.ts";
import { writeTrs } from "./write-trs.ts";
import { writeUcap } from "./write-ucap.ts";
import { writeVsb } from "./write-vsb.ts";
import { writeWord } from "./write-word.ts";

const writers: Readonly<Record<DemoLayout, (page: DemoPage) => string>> = {
  trs: writeTrs,
  ucap: writeUcap,
  vsb: writeVsb,
  word: writeWord,
  "text-pipes": writeText,
  "text-paragraphs": writeText,
  "text-tabs": writeText,
  "text-lines": writeText,
};

/** The page's text in its layout. */
export function writeLayout(page: DemoPage): string {
  return writers[page.report.layout](page);
}
