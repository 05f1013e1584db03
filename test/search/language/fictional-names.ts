import { openSimplifier } from "../../../search/words/simplify-chinese.ts";
import type { QueryNames } from "../../../search/language/query-names.ts";

const places: Readonly<Record<string, readonly string[]>> = {
  云陵省: ["99"],
  青山县: ["990121"],
  柳泉县: ["990222"],
  落霞镇: ["990121101", "990222101"],
  // The example of the help page.
  惠安县: ["990123"],
};

/** Names of fictional places, one of which two places bear. */
export const names: QueryNames = {
  regions: {
    nameOf: (code) =>
      Object.keys(places).find((name) => places[name]?.includes(code) === true) ?? null,
    resolve: (nameOrCode) => {
      const known = Object.values(places).flat().includes(nameOrCode);
      return known ? [nameOrCode] : (places[nameOrCode] ?? []);
    },
  },
  simplify: openSimplifier(),
};
