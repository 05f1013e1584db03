const mostAddresses = 40;
const longestScript = 400_000;
const quoted = /(["'])((?:(?!\1)[^\\<>\s]|\\[/u]){1,600})\1/gu;
const looksLikeAddress =
  /^(?:https?:\/\/|\.{0,2}\/)[^\s"']|^[\w./-]+\.(?:s?html?|jsp|jspx|aspx?|php|do|action|pdf|docx?|wps|xlsx?|et|ofd|zip)(?:[?#]|$)|^\?[\w.]+=/iu;
const moves = /open|href|location|go|jump|show|view|link|url|load|down|file|goto|to[A-Z]/iu;

/** The addresses in the words of a script that a click runs: `window.open('x')`, `location.href="x"`, `go('x')`. */
export function readScriptAddresses(script: string): readonly string[] {
  const decoded = decode(script.slice(0, longestScript));
  if (!moves.test(decoded)) return [];
  const found = new Set<string>();
  for (const [, , words = ""] of decoded.matchAll(quoted)) {
    const address = unescape(words);
    if (looksLikeAddress.test(address)) found.add(address);
    if (found.size >= mostAddresses) break;
  }
  return [...found];
}

/** `\/` and `\u0026` as they stand in JSON. */
export function unescape(words: string): string {
  return words
    .replace(/\\u([\da-f]{4})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\\//gu, "/");
}

function decode(script: string): string {
  if (!/^\s*javascript:/iu.test(script)) return script;
  try {
    return decodeURIComponent(script);
  } catch {
    return script;
  }
}
