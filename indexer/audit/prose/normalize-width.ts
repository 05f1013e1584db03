const wide = /[\uff01-\uff5e\u3000]/gu;

/** Full-width letters, digits and punctuation as half-width ones, a character for a character: offsets stay. */
export function normalizeWidth(text: string): string {
  return text.replace(wide, (char) =>
    char === "\u3000" ? " " : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}
