/** A word or a quoted phrase of a query, `excluded` after a minus. */
export interface QueryWord {
  readonly text: string;
  readonly excluded: boolean;
}

/**
 * What someone who puts a search box before a plain database would write: words parted by spaces, phrases in quotation
 * marks, a minus to exclude; full-width marks taken like ASCII.
 */
export function splitQuery(q: string): readonly QueryWord[] {
  const plain = q.normalize("NFKC").replaceAll(/[“”「」『』]/gu, '"');
  return [...plain.matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))/gu)]
    .map(([, minus, phrase, word]) => ({ text: phrase ?? word ?? "", excluded: minus === "-" }))
    .filter(({ text }) => text !== "");
}
