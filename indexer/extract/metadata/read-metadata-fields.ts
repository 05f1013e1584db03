import type { Block } from "../page/page.ts";
import { metadataLabels, type MetadataField, type MetadataLabel } from "./metadata-labels.ts";

/** A value of the metadata block with the label that it was printed under. */
export interface MetadataValue {
  readonly field: MetadataField;
  readonly label: string;
  readonly rank: number;
  readonly text: string;
}

export interface MetadataFields {
  readonly values: readonly MetadataValue[];
  /** The blocks that print the metadata. */
  readonly blocks: ReadonlySet<number>;
}

const longestLine = 300;
const mostBlocks = 2_000;
const byWords = new Map(metadataLabels.map((label) => [label.label, label]));
const anyLabel = new RegExp(
  `(?<=^|[\\s|【［\\[;；])(${metadataLabels
    .map(({ label }) => label)
    .toSorted((a, b) => b.length - a.length)
    .map((label) => label.split("").join("[^\\S\\n]{0,12}"))
    .join("|")})([^\\S\\n]{0,4}[】］\\]]?[^\\S\\n]{0,4}[：:]|[^\\S\\n]{0,4}[】］\\]]|(?=\\s|$))`,
  "gu",
);
const quick =
  /日\s*期|时\s*间|机\s*[构关]|来\s*源|单\s*位|索\s*引|[文字编]\s*号|名\s*称|标\s*题|分\s*类|有\s*效|时\s*效|次\s*数|点\s*击|公\s*开\s*方|作\s*者|目\s*录/u;

/** Reads the metadata blocks among the first blocks of a page: labelled words in lines or table cells. */
export function readMetadataFields(blocks: readonly Block[], limit: number): MetadataFields {
  const values: MetadataValue[] = [];
  const used = new Set<number>();
  const last = Math.min(blocks.length, limit, mostBlocks);
  for (let at = 0; at < last; at++) {
    const block = blocks[at];
    if (!block) continue;
    const own = block.kind === "line" ? readLine(block.text) : readCells(block.rows);
    if (own.length === 0) continue;
    used.add(at);
    const open = own.at(-1);
    if (block.kind === "line" && open?.text === "" && own.length === 1) {
      const next = blocks[at + 1];
      const isValue =
        next?.kind === "line" && next.text.length <= 60 && readLine(next.text).length === 0;
      if (isValue && at + 1 < last) {
        used.add(at + 1);
        values.push({ ...open, text: next.text });
      }
    }
    for (const value of own) if (value.text !== "") values.push(value);
  }
  return { values, blocks: used };
}

/** The labelled values of a line (`发布机构 乌有县人民政府 发布日期 2021-01-23`); a label without a value gives "". */
function readLine(line: string): readonly MetadataValue[] {
  if (line.length > longestLine || !quick.test(line)) return [];
  const matches = [...line.matchAll(anyLabel)].filter((match) => isLabel(match));
  return matches.flatMap((match, index) => {
    const label = byWords.get((match[1] ?? "").replace(/\s/gu, ""));
    if (!label) return [];
    const end = matches[index + 1]?.index ?? line.length;
    const text = line
      .slice(match.index + match[0].length, end)
      .replace(/[\s|【［[;；]+$/u, "")
      .trim();
    return [{ ...readLabel(label), text }];
  });
}

/** A short label counts with a colon or bracket behind it, or with its letters spread (`来        源`). */
function isLabel(match: RegExpExecArray): boolean {
  const [, words = "", border = ""] = match;
  const label = byWords.get(words.replace(/\s/gu, ""));
  return !label?.isShort || /[：:】］\]]/u.test(border) || /\s/u.test(words);
}

/** A table whose cells are labels, each followed by its value. */
function readCells(
  rows: readonly (readonly { readonly text: string }[])[],
): readonly MetadataValue[] {
  const values: MetadataValue[] = [];
  for (const cells of rows.slice(0, 40))
    for (let at = 0; at < cells.length; at++) {
      const text = cells[at]?.text ?? "";
      const label = findCellLabel(text);
      if (label && at + 1 < cells.length) {
        values.push({ ...readLabel(label), text: cells[++at]?.text ?? "" });
      } else values.push(...readLine(text));
    }
  return values.length >= 2 ? values : [];
}

function readLabel({ field, label, rank }: MetadataLabel): Omit<MetadataValue, "text"> {
  return { field, label, rank };
}

function findCellLabel(text: string): MetadataLabel | null {
  if (text.length > 24) return null;
  return byWords.get(text.replace(/[\s：:【】［］[\]]/gu, "")) ?? null;
}
