/** What was typed so far, ready to be looked up: without punctuation, lower case, ü as v. */
export interface TypedText {
  /** The words, in which `key` parts at spaces. */
  readonly words: readonly string[];
  /** All words together. */
  readonly key: string;
  /** A year or its beginning (`20`, `202`, `2024`) at one end, with the words beside it; null where there is none. */
  readonly year: { readonly digits: string; readonly rest: readonly string[] } | null;
}

/** Reads what was typed so far; `simplify` makes traditional characters simplified. */
export function readTypedText(typed: string, simplify: (text: string) => string): TypedText {
  return readTypedWords(typed.split(/\s+/u), simplify);
}

/** The same for words that are apart already. */
export function readTypedWords(
  typed: readonly string[],
  simplify: (text: string) => string,
): TypedText {
  const words = typed
    .map((word) => simplify(word.normalize("NFKC")).toLowerCase().replaceAll("ü", "v"))
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ""))
    .filter((word) => word !== "");
  return { words, key: words.join(""), year: readYear(words) };
}

const yearAtEnd = /^(?<rest>.*?)(?<digits>20\d{0,2})(?:年度?)?$/u;
const yearAtStart = /^(?<digits>20\d{2})(?:年度?)?(?<rest>.*)$/u;

function readYear(words: readonly string[]): TypedText["year"] {
  const [last, first] = [words.at(-1) ?? "", words[0] ?? ""];
  const end = yearAtEnd.exec(last)?.groups;
  if (end && !/\d$/u.test(end["rest"] ?? "")) {
    return { digits: end["digits"] ?? "", rest: keepWords([...words.slice(0, -1), end["rest"]]) };
  }
  const start = yearAtStart.exec(first)?.groups;
  if (!start || /^\d/u.test(start["rest"] ?? "")) return null;
  return { digits: start["digits"] ?? "", rest: keepWords([start["rest"], ...words.slice(1)]) };
}

function keepWords(words: readonly (string | undefined)[]): readonly string[] {
  return words.filter((word): word is string => word !== undefined && word !== "");
}
