/** A name or a word for comparison: letters and digits of any width and case are alike, white space is nothing. */
export function readPlainName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, "");
}
