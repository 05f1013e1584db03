import { Converter } from "opencc-js/t2cn";

/**
 * Opens the conversion of traditional to simplified characters. Some characters are both: 乾 of 乾县 is
 * simplified, of 乾部 traditional. So `placeNames`, which are printed in simplified characters, stay as they are.
 */
export function openSimplifier(placeNames: readonly string[] = []): (text: string) => string {
  const convert = Converter({ from: "t", to: "cn" });
  const kept = placeNames.filter((name) => name.length >= 2 && convert(name) !== name);
  if (kept.length === 0) return convert;
  const names = new RegExp(`(${[...new Set(kept)].sort(byLength).map(escapeName).join("|")})`, "u");
  return (text) =>
    text
      .split(names)
      .map((part, index) => (index % 2 === 1 ? part : convert(part)))
      .join("");
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

function escapeName(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
