import { describe, expect, it } from "vitest";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { readPdf } from "../../indexer/extract/pdf/read-pdf.ts";
import { drawLooseRequests, pageHeight, type LooseStyle } from "./draw-loose-requests.ts";
import { readFacts, type PrintedFacts } from "./read-facts.ts";
import { writePdf } from "./write-pdf.ts";

/** Numbers of one to eight digits, blanks, and wide ones that a cell of four characters wraps. */
const cells: LooseStyle["cell"] = (row, column) => {
  const number =
    (row.length * 7_919 + column.length * 104_729 + row.charCodeAt(3) * 31) % 9_999_991;
  const kind = (row.length + column.length) % 4;
  if (kind === 0) return [];
  if (kind === 1) return [String(number % 60)];
  if (kind === 2) return [String(number)];
  const wide = toFullWidth(String(number));
  return wide.length > 4 ? [wide.slice(0, 4), wide.slice(4)] : [wide];
};

function toFullWidth(digits: string): string {
  return digits.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

async function read(style: Partial<LooseStyle>): Promise<PrintedFacts> {
  const content = drawLooseRequests({ cell: cells, ...style });
  const { blocks } = await readPdf(writePdf({ pages: [{ content, height: pageHeight }] }));
  return readFacts(blocks, form2021);
}

function list(cell: LooseStyle["cell"]): PrintedFacts {
  const block = form2021.tables[1]?.blocks[0];
  const entries = block?.rows.flatMap(({ key: row }) =>
    block.columns.map(({ key }) => [`requests.${row}.${key}`, cell(row, key).join("")] as const),
  );
  return Object.fromEntries(entries ?? []);
}

/** What stands under a key that was printed otherwise. */
function listWrong(found: PrintedFacts, cell = cells): readonly string[] {
  const printed = list(cell);
  return Object.entries(found).flatMap(([key, value]) =>
    value === printed[key] || value === "" || value.includes("\ufffd") ? [] : [`${key}: ${value}`],
  );
}

describe("a form's table without lines", () => {
  const printed = list(cells);

  it.each(["middle", "top"] as const)("has all of its numbers, at the %s of rows", async (side) => {
    expect(await read({ side })).toEqual(printed);
  });

  it("has all of its numbers where rows stand as close as lines", async () => {
    expect(await read({ padding: 0 })).toEqual(printed);
  });

  it("keeps rows in their places where one is not printed", async () => {
    const lost = "refused.duplicate";
    const label: LooseStyle["label"] = ({ key, number = "", label: words }) =>
      key === lost ? null : `${number}${words}`;
    const kept = Object.entries(printed).filter(([key]) => !key.startsWith(`requests.${lost}.`));
    expect(await read({ label })).toEqual(Object.fromEntries(kept));
  });

  it("gives no number of a row that the form does not know to another", async () => {
    const label: LooseStyle["label"] = ({ key, number = "", label: words }) =>
      key === "denied.adminQuery" ? "8.属于工作秘密" : `${number}${words}`;
    const found = await read({ label });
    expect(Object.keys(found).filter((key) => key.includes("adminQuery"))).toEqual([]);
    expect(listWrong(found)).toEqual([]);
  });

  it("joins no lines of a cell that had room for more", async () => {
    const cell: LooseStyle["cell"] = (row, column) => {
      if (column !== "business") return ["3"];
      return row === "denied.process" ? ["１", "２"] : ["９９９９"];
    };
    const found = await read({ cell });
    expect(found["requests.denied.process.business"]).toBe("\ufffd");
    expect(found["requests.denied.process.research"]).toBe("3");
    expect(listWrong(found, cell)).toEqual([]);
  });

  it("leaves the rows beside a number that stands between them unread", async () => {
    const cell: LooseStyle["cell"] = (row, column) =>
      row === "unable.unclear" && column === "other" ? ["", "5"] : ["4"];
    const found = await read({ cell, side: "middle", padding: 8 });
    expect(found["requests.unable.unclear.other"]).not.toBe("5");
    expect(found["requests.granted.other"]).toBe("4");
    expect(listWrong(found, cell)).toEqual([]);
  });
});
