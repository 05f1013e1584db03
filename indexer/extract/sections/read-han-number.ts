const digits = "一二三四五六七八九";

/** The value of a Chinese number from 一 to 九十九; 0 for anything else. */
export function readHanNumber(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const high = text.includes("十") ? (tens === "" ? 1 : digits.indexOf(tens ?? "") + 1) : 0;
  const low = ones === "" || ones === undefined ? 0 : digits.indexOf(ones) + 1;
  return high * 10 + low;
}
