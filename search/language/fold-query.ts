const fullWidthDistance = 0xfee0;

/**
 * A query of the same length in which full-width marks, letters and digits are half-width ones and every white space
 * or control character is a space: what the grammar looks at, while texts are taken from the query as typed.
 */
export function foldQuery(query: string): string {
  return query
    .replaceAll(/[\uFF01-\uFF5E]/g, (char) =>
      String.fromCharCode(char.charCodeAt(0) - fullWidthDistance),
    )
    .replaceAll(/[\s\p{Cc}]/gu, " ")
    .replaceAll(/[\u2212\uFE63]/g, "-");
}
