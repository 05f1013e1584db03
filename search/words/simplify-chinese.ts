import { Converter, Locale } from "opencc-js/t2cn";
import { z } from "zod";

/**
 * Opens the conversion of traditional to simplified characters. Some characters are both: 乾 of 乾县 is
 * simplified, of 乾部 traditional. So `placeNames`, which are printed in simplified characters, stay as they are.
 * Nearly all text is simplified, and to see that takes a fraction of the time that converting it would.
 */
export function openSimplifier(placeNames: readonly string[] = []): (text: string) => string {
  const isChanged = openChangeFinder();
  const convert = Converter({ from: "t", to: "cn" });
  const kept = placeNames.filter(
    (name) => name.length >= 2 && isChanged(name) && convert(name) !== name,
  );
  if (kept.length === 0) return (text) => (isChanged(text) ? convert(text) : text);
  const names = new RegExp(`(${[...new Set(kept)].sort(byLength).map(escapeName).join("|")})`, "u");
  return (text) => {
    if (!isChanged(text)) return text;
    const parts = text.split(names);
    return parts.map((part, index) => (index % 2 === 1 ? part : convert(part))).join("");
  };
}

/**
 * Opens what tells whether a text may hold anything that the dictionaries change: a character, in the table by its
 * UTF-16 unit, or one of the few phrases of other characters.
 */
function openChangeFinder(): (text: string) => boolean {
  const words = listChangedWords();
  const table = new Uint8Array(0x1_0000);
  for (const word of words) if (word.length === 1) table[word.charCodeAt(0)] = 1;
  for (const [first, last] of alwaysConverted) table.fill(1, first, last + 1);
  const hasCharacter = (text: string): boolean => {
    for (let at = 0; at < text.length; at += 1) if (table[text.charCodeAt(at)] === 1) return true;
    return false;
  };
  const phrases = new RegExp(words.filter((word) => !hasCharacter(word)).join("|"));
  return (text) => hasCharacter(text) || phrases.test(text);
}

/** Compatibility ideographs, which are normalized before, and halves of characters beyond the first plane. */
const alwaysConverted = [
  [0xf900, 0xfaff],
  [0xd800, 0xdfff],
] as const;

/** Dictionaries as `traditional simplified|…`, in groups. */
const dictionariesSchema = z.object({ to: z.object({ cn: z.array(z.array(z.string())) }) });

function listChangedWords(): readonly string[] {
  const { to } = dictionariesSchema.parse(Locale);
  const entries = to.cn.flat().flatMap((dictionary) => dictionary.split("|"));
  return entries.flatMap((entry) => {
    const [word = "", simple] = entry.split(" ");
    return word === simple ? [] : word;
  });
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

function escapeName(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
