/** Whatever the grammar takes for the beginning or the end of a phrase, full-width or not. */
const quotationMarks = /["＂“”„「」『』〝〞]/gu;

/**
 * A name as a value of a filter (`agency:"…"`), so that it is read back as one value. Quotation marks within it become
 * spaces: names are compared without either.
 */
export function quoteName(name: string): string {
  return `"${name.replaceAll(quotationMarks, " ").trim()}"`;
}
