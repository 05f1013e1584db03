import type { Worded } from "../print-tables.ts";
import type { PrintedCell, PrintedTable } from "../printed-table.ts";
import type { Random } from "../random.ts";
import type { Damage, TableChange } from "./damage.ts";

/** A change to the words of labels and headers alone. */
function changeWords(
  change: (text: string, random: Random, cell: PrintedCell) => string,
): TableChange {
  return (table, _, random): readonly PrintedTable[] => [
    table.map((row) =>
      row.map((cell) =>
        cell.role === "value" || cell.role === "unit"
          ? cell
          : { ...cell, text: change(cell.text, random, cell) },
      ),
    ),
  ];
}

const halfWidth: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "：": ":",
  "，": ",",
  "“": '"',
  "”": '"',
  "、": "、",
};

function loosen(text: string, random: Random): string {
  const narrow = random.happens(0.6)
    ? text.replace(/[（）：，“”]/gu, (sign) => halfWidth[sign] ?? sign)
    : text;
  return random.happens(0.5)
    ? narrow.replace(/^(\d\.|[（(][一二三四五六七][）)])/u, "$1 ")
    : narrow;
}

/** A wide header breaks in the middle, as it does in a narrow cell. */
function breakHeader(text: string, random: Random, { role }: PrintedCell): string {
  const words = Array.from(text);
  if (role !== "header" || words.length < 4 || words.length > 10 || random.happens(0.4))
    return text;
  const middle = Math.ceil(words.length / 2);
  return `${words.slice(0, middle).join("")}\n${words.slice(middle).join("")}`;
}

/** Labels in other words, other signs, or broken over lines. */
export const labelDamages: readonly Damage[] = [
  {
    name: "label-variants",
    note: "other wordings and misprints that pages have",
    reach: "any",
    keeps: "all",
    word:
      (random) =>
      ({ label, variants = [] }: Worded) =>
        random.happens(0.5) ? random.pick([label, ...variants]) : label,
  },
  {
    name: "loose-signs",
    note: "half-width brackets, straight quotes, spaces behind numbers",
    reach: "any",
    keeps: "all",
    table: changeWords(loosen),
  },
  {
    name: "broken-headers",
    note: "headers broken over two lines of a cell",
    reach: "any",
    keeps: "cells",
    table: changeWords(breakHeader),
  },
  {
    name: "vertical-labels",
    note: "groups of rows one character a line",
    reach: "any",
    keeps: "cells",
    table: changeWords((text, _, { role }) =>
      role === "group" ? Array.from(text).join("\n") : text,
    ),
  },
  {
    name: "span-loss",
    note: "styled spans gone: a fifth of the numbers, and digits, brackets, 年 and 月 of a third of the labels",
    reach: "any",
    keeps: "none",
    print: (print, _, random) => (random.happens(0.2) ? "" : print),
    table: changeWords((text, random) =>
      random.happens(0.3) ? text.replace(/[\d.（）()“”年月]+/gu, "") : text,
    ),
  },
];
