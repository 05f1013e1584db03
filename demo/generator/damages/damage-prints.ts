import { toFullWidth } from "../written-numbers.ts";
import type { Damage } from "./damage.ts";

const blanks = ["", "/", "—", "-", "\u00a0", "空"] as const;
const sums = /\.(?:newReceived|carriedOver|resultTotal|carriedForward)\./u;

/** Cells that print no number, or print it in another way. */
export const printDamages: readonly Damage[] = [
  {
    name: "blank-cells",
    note: "a third of the cells empty, `/`, `—`, `-`, a space or 空",
    reach: "any",
    keeps: "cells",
    print: (print, _, random) => (random.happens(0.3) ? random.pick(blanks) : print),
  },
  {
    name: "blank-totals",
    note: "总计 of table 3 empty on all rows of results",
    reach: "any",
    keeps: "cells",
    print: (print, key) =>
      key.startsWith("requests.") && key.endsWith(".total") && !sums.test(key) ? "" : print,
  },
  {
    name: "full-width-digits",
    note: "digits as wide as characters",
    reach: "any",
    keeps: "all",
    print: toFullWidth,
  },
];
