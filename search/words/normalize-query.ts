/**
 * Makes typed text comparable with printed text: letters and digits of any width become plain ones,
 * traditional characters simplified, control characters spaces; invisible ones go.
 * Punctuation stays as typed (the engine tells ， from ,), except within a number or a Latin word.
 */
export function normalizeQuery(query: string, simplify: (text: string) => string): string {
  const visible = query
    .replaceAll(/[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, " ")
    .replaceAll(/\p{Cf}/gu, "");
  const plain = visible.replaceAll(/\P{P}+/gu, (run) => run.normalize("NFKC"));
  const joined = plain.replaceAll(
    /(?<=[\p{Nd}A-Za-z])[．－／＠：＿](?=[\p{Nd}A-Za-z])|(?<=\p{Nd})％/gu,
    (mark) => mark.normalize("NFKC"),
  );
  return simplify(joined);
}
