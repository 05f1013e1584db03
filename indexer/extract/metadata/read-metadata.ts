import type { Page } from "../page/page.ts";
import { isAgencyName } from "./agency-name.ts";
import type { MetadataField } from "./metadata-labels.ts";
import { readDate } from "./read-date.ts";
import type { MetadataFields, MetadataValue } from "./read-metadata-fields.ts";

/** What the page says about the report besides its text. Unknown is null. */
export interface Metadata {
  readonly published: string | null;
  /** The date that the page prints as its publication, or that its `<meta>` gives. */
  readonly claimed: string | null;
  /** 成文日期, 生成日期: when the paper was made, not published. */
  readonly written: string | null;
  readonly issuer: string | null;
  readonly indexNumber: string | null;
  readonly documentNumber: string | null;
  readonly siteName: string | null;
  readonly breadcrumb: string | null;
}

const publishedMeta = ["pubdate", "publishdate", "firstpublishedtime", "others_pubdate"];
const issuerMeta = ["contentsource", "publisher"];
const indexNumber = /^[\w\u4e00-\u9fff][\w\u4e00-\u9fff/.\-－—()（）〔〕]{3,60}/u;
const documentNumber =
  /^[\u4e00-\u9fff]{1,16}\s{0,2}[〔[［(（【]\s{0,2}20\d{2}\s{0,2}[〕\]］)）】]\s{0,2}第?\s{0,2}\d{1,5}\s{0,2}号/u;
const head = 30;
const breadcrumb = /首页\s{0,4}[>＞»›/]|(?:当前|所在|的)位置/u;

/** Reads the metadata block, and where it is silent the `<meta>` of the page. */
export function readMetadata(page: Page, { values }: MetadataFields): Metadata {
  const printed = findFirst(values, "published", readDate);
  const generated = findFirst(values, "generated", readDate);
  const given = readMeta(page, publishedMeta, readDate);
  return {
    published: printed ?? generated ?? given,
    claimed: printed ?? given,
    written: findFirst(values, "written", readDate) ?? generated,
    issuer: findIssuer(values) ?? readMeta(page, issuerMeta, readIssuer),
    indexNumber: findFirst(values, "indexNumber", readIndexNumber),
    documentNumber: findFirst(values, "documentNumber", readDocumentNumber) ?? findNumberLine(page),
    siteName: page.meta.get("sitename") ?? null,
    breadcrumb: findBreadcrumb(page),
  };
}

/** An author may be a person, so only the name of a body counts there. */
function findIssuer(values: readonly MetadataValue[]): string | null {
  const own = values.filter(({ label, text }) => label !== "作者" || isAgencyName(text));
  return findFirst(own, "issuer", readIssuer);
}

function findFirst(
  values: readonly MetadataValue[],
  field: MetadataField,
  read: (text: string) => string | null,
): string | null {
  const own = values.filter((value) => value.field === field).toSorted((a, b) => a.rank - b.rank);
  for (const { text } of own) {
    const value = read(text);
    if (value !== null) return value;
  }
  return null;
}

function readMeta(
  { meta }: Page,
  names: readonly string[],
  read: (text: string) => string | null,
): string | null {
  const name = names.find((name) => read(meta.get(name) ?? "") !== null);
  return name === undefined ? null : read(meta.get(name) ?? "");
}

function readIssuer(text: string): string | null {
  const name = text.split(/\s{2,}|[\t|]/u)[0]?.trim() ?? "";
  return name.length >= 2 && name.length <= 60 && /[\u4e00-\u9fff]/u.test(name) ? name : null;
}

function readIndexNumber(text: string): string | null {
  const number = indexNumber.exec(text.trim())?.[0] ?? "";
  return /\d/u.test(number) ? number : null;
}

function readDocumentNumber(text: string): string | null {
  return documentNumber.exec(text.trim())?.[0].replace(/\s/gu, "") ?? null;
}

/** A document number on a line of its own above the text, within the article or right before it. */
function findNumberLine({ blocks, body }: Page): string | null {
  const start = body[0] ? Math.max(0, blocks.indexOf(body[0])) : 0;
  for (const block of blocks.slice(Math.max(0, start - head), start + head)) {
    if (block.kind !== "line" || block.role === "link" || block.text.length > 40) continue;
    const number = readDocumentNumber(block.text);
    if (number !== null && number.length === block.text.replace(/\s/gu, "").length) return number;
  }
  return null;
}

function findBreadcrumb({ blocks }: Page): string | null {
  const lines = blocks
    .slice(0, 300)
    .flatMap((block) => (block.kind === "line" && block.text.length <= 200 ? [block.text] : []))
    .filter((line) => breadcrumb.test(line));
  return lines.length > 0 ? lines.slice(0, 3).join(" ") : null;
}
