const bullets = /^(?:(?:NEW|HOT|TOP)!?(?=[\s\d\u3400-\u9fff])|[\s·•●◆■□▪◇○★☆►▶>›»\-–—*．.、|])+/iu;
const tails =
  /(?:[[【（(]?\s*(?:20\d{2}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?\s*[\]】）)]?|\bNEW!?|\bHOT!?)\s*$/iu;
const cut = /(?:…|\.{2,}|。{2,}|⋯)+[\]】）)]?$/u;

/** Words as they are compared: in usual width, without white space, bullets, and the date that a list sets behind them. */
export function compactWords(words: string): string {
  const plain = words.slice(0, 400).normalize("NFKC").replace(bullets, "").replace(tails, "");
  return plain.replace(/[\s\u200b-\u200f\ufeff]+/gu, "");
}

/** The whole words of a link: its `title=` where its text is cut off or says less than it. */
export function readWholeWords({
  text,
  title,
}: {
  readonly text: string;
  readonly title: string | null;
}): string {
  const [short, long] = [compactWords(text), compactWords(title ?? "")];
  if (long === "") return short.replace(cut, "");
  const stem = short.replace(cut, "");
  const isCut = stem !== short;
  return isCut || long.includes(stem) ? long : `${short} ${long}`.trim();
}
