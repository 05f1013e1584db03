import { Buffer } from "node:buffer";

/** One page to write: drawing operators (see `drawText`, `drawLine`) and what they need. */
export interface WrittenPage {
  readonly content: string | Uint8Array;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
}

export interface WrittenPdf {
  readonly pages: readonly WrittenPage[];
  /** Further objects by number from 20 on; `resources` names them for all pages. */
  readonly objects?: ReadonlyMap<number, string | Uint8Array>;
  readonly resources?: string;
  /** Without its table of characters a font prints numbers that nobody can read. */
  readonly hasCharacters?: boolean;
  readonly filter?: string;
  readonly trailer?: string;
}

const identityMap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end`;

/** A PDF whose only font, F1, takes UTF-16 code units as glyph numbers; ASCII is half as wide as Chinese. */
export function writePdf({
  pages,
  objects,
  hasCharacters = true,
  ...more
}: WrittenPdf): Uint8Array {
  const all = new Map<number, string | Uint8Array>(objects);
  const first = 1_000;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(" ");
  all.set(1, "<< /Type /Catalog /Pages 2 0 R >>");
  all.set(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  all.set(
    3,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Fictional /Encoding /Identity-H /DescendantFonts [4 0 R] ${hasCharacters ? "/ToUnicode 5 0 R" : ""} >>`,
  );
  all.set(
    4,
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Fictional /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 /W [32 126 500] >>",
  );
  all.set(5, buildStream(identityMap));
  all.set(
    6,
    "<< /Type /FontDescriptor /FontName /Fictional /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
  );
  pages.forEach(({ content, width = 595, height = 842, rotate = 0 }, at) => {
    const number = first + 2 * at;
    all.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${more.resources ?? ""} >> >>`,
    );
    all.set(number + 1, buildStream(content, more.filter));
  });
  return joinObjects(all, more.trailer ?? "");
}

/** A stream object; `dictionary` is added to its own. */
export function buildStream(content: string | Uint8Array, dictionary = ""): Uint8Array {
  const bytes = Buffer.from(content);
  const head = Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`);
  return Buffer.concat([head, bytes, Buffer.from("\nendstream")]);
}

function joinObjects(
  objects: ReadonlyMap<number, string | Uint8Array>,
  trailer: string,
): Uint8Array {
  const parts = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n", "latin1")];
  let length = parts[0]?.length ?? 0;
  const places = new Map<number, number>();
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    const part = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(body),
      Buffer.from("\nendobj\n"),
    ]);
    places.set(number, length);
    length += part.length;
    parts.push(part);
  }
  const entries = [...places].map(
    ([number, place]) => `${number} 1\n${String(place).padStart(10, "0")} 00000 n \n`,
  );
  parts.push(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${entries.join("")}trailer\n<< /Size ${Math.max(...places.keys()) + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** The text matrix without its place: a b c d. */
  readonly matrix?: string;
}

/** Operators that print a text from a point of its baseline on. */
export function drawText(text: string, { x, y, size = 10, matrix = "1 0 0 1" }: TextPlace): string {
  const codes = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, "0"),
  );
  return `BT /F1 ${size} Tf ${matrix} ${x} ${y} Tm <${codes.join("")}> Tj ET\n`;
}

export type Point = readonly [number, number];

/** Operators that draw a straight line. */
export type DrawLine = (from: Point, to: Point) => string;

/** Operators that stroke a line. */
export function drawLine([x0, y0]: Point, [x1, y1]: Point): string {
  return `${x0} ${y0} m ${x1} ${y1} l S
`;
}

/** A table to draw: borders of columns from the left, of rows from the top down. */
export interface DrawnTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Texts by row; an empty one prints nothing. Each line of a text is printed by itself. */
  readonly texts: readonly (readonly string[])[];
  readonly drawBorder?: DrawLine;
}

/** Operators that draw all borders of a table and its texts at the left of the cells. */
export function drawTable({ xs, ys, texts, drawBorder = drawLine }: DrawnTable): string {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  const borders = [
    ...ys.map((y) => drawBorder([left, y], [right, y])),
    ...xs.map((x) => drawBorder([x, bottom], [x, top])),
  ];
  return borders.join("") + drawTexts({ xs, ys, texts });
}

/** Operators that print the texts of a table without its borders. */
export function drawTexts({ xs, ys, texts }: DrawnTable): string {
  return texts
    .flatMap((row, at) =>
      row.flatMap((text, column) =>
        text.split("\n").map((line, index) =>
          drawText(line, {
            x: (xs[column] ?? 0) + 4,
            y: (ys[at] ?? 0) - 12 - 12 * index,
            size: 9,
          }),
        ),
      ),
    )
    .join("");
}
