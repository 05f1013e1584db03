const year = /^(?<year>(?:19|20)\d\d)(?:年|年度)?$/u;

/** The year that a word of a query is (2021, 2021年), null for any other word. */
export function readYear(word: string): number | null {
  const found = year.exec(word)?.groups?.["year"];
  return found === undefined ? null : Number(found);
}
