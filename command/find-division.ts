import type { Division } from "../corpus/division.ts";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { WrongUsage } from "./command.ts";

const mostShown = 5;

/** The one place that a code or a name means, with or without the names above it. Throws WrongUsage where it is not one. */
export function findDivision(words: string, gazetteer: Gazetteer): Division {
  const byCode = gazetteer.get(words);
  if (byCode !== undefined) return byCode;
  const found = gazetteer.divisions.filter(
    ({ code, name }) => words.endsWith(name) && isNamedSo(words, gazetteer.path(code)),
  );
  const named = found.length > 0 ? found : gazetteer.called(words);
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  if (only === undefined)
    throw new WrongUsage(`no place is called ${words}: write its full name or its official code.`);
  const shown = named.slice(0, mostShown).map(
    ({ code }) =>
      `${code} ${gazetteer
        .path(code)
        .map(({ name }) => name)
        .join("")}`,
  );
  throw new WrongUsage(
    `${named.length} places are called ${words}: write the code (${shown.join(", ")}${named.length > mostShown ? ", …" : ""}).`,
  );
}

/** 山东省济宁市邹城市 and 济宁市邹城市 are 邹城市 within those above it. */
function isNamedSo(words: string, path: readonly Division[]): boolean {
  return path.some(
    (_, at) =>
      path
        .slice(at)
        .map(({ name }) => name)
        .join("") === words,
  );
}
