import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import type { DocumentPage } from "../../indexer/extract/page/page.ts";
import { readPdf } from "../../indexer/extract/pdf/read-pdf.ts";
import { readFacts } from "./read-facts.ts";

const folder = join(import.meta.dirname, "../../../shared/corpus");
const file = join(folder, "huaian-2024.pdf");
const isHere = existsSync(file);

describe.skipIf(!isHere)("the real PDF (skipped where ../shared/corpus is absent)", () => {
  const bytes = isHere ? new Uint8Array(readFileSync(file)) : new Uint8Array();
  const read = async (): Promise<DocumentPage> => readPdf(bytes);

  it("gives every number that a careful reader takes from it, and no other", async () => {
    const { blocks, warnings } = await read();
    const expected: unknown = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
    expect(readFacts(blocks, form2021)).toEqual(flattenFacts(expected));
    expect(warnings).toEqual([]);
  });

  it("has three tables among paragraphs, without page numbers", async () => {
    const { blocks, title } = await read();
    const lines = blocks.flatMap((block) => (block.kind === "line" ? [block.text] : []));
    expect(blocks.filter(({ kind }) => kind === "grid")).toHaveLength(3);
    expect(lines.filter((line) => /^[一二三四五六]、/u.test(line))).toHaveLength(6);
    expect(lines).toHaveLength(18);
    expect(lines.some((line) => /^-?\s*\d+\s*-?$/u.test(line))).toBe(false);
    expect(lines.filter((line) => line.length > 60).every((line) => /[。！]$/u.test(line))).toBe(
      true,
    );
    expect(title).toMatch(/年度报告$/u);
  });

  it("names the page and a box within it for everything", async () => {
    const { blocks } = await read();
    for (const block of blocks) {
      const parts = block.kind === "line" ? [block] : block.rows.flat();
      for (const { origin } of parts) {
        if (origin.in !== "pdf") throw new Error(`a place in ${origin.in}`);
        const { page, box } = origin;
        const [x0, y0, x1, y1] = box;
        expect(page >= 1 && page <= 6).toBe(true);
        expect(x0 >= 0 && x0 < x1 && x1 <= 595).toBe(true);
        expect(y0 >= 0 && y0 < y1 && y1 <= 842).toBe(true);
      }
    }
  });
});

/** The facts of this report by `table.row.column`, as printed. */
function flattenFacts(expected: unknown): Readonly<Record<string, string>> {
  const { facts } = (expected as Record<string, { facts: Facts }>)["huaian-2024.pdf"] ?? {
    facts: {},
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, columns]) =>
        Object.entries(columns).map(([column, value]) => [
          `${table}.${row}.${column}`,
          String(value),
        ]),
      ),
    ),
  );
}

type Facts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
