/**
 * Text as grep would be asked for it: letters and digits of one width and case, and without the white space that
 * lines are broken by (kept between digits or Latin letters, where it parts numbers and words).
 */
export function foldForGrep(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/(?<![\da-z]) | (?![\da-z])/gu, "");
}
