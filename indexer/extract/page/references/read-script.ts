import { readFileAddress, type FileAddress } from "./read-address.ts";

const mostAddresses = 20;
const quoted =
  /["']((?:[^"'\\<>\s]|\\[/u]){3,600}\.(?:pdf|docx?|wps|xlsx?|et|ofd|ceb|swf)(?:[?#](?:[^"'\\<>\s]|\\[/u]){0,300})?)["']/giu;
const stored = /["'](\/virtual_attach_file\.vsb\?[^"'\s<>]{3,600})["']/giu;

/** The files that a script names: `showVsbpdfIframe("/x.pdf", …)`, `PDFObject.embed('x.pdf')`, a page's own data. */
export function readScript(script: string): readonly FileAddress[] {
  const found = [...script.matchAll(quoted), ...script.matchAll(stored)].slice(0, mostAddresses);
  return found.flatMap((match) => {
    const file = readFileAddress(unescape(match[1] ?? ""));
    return file ? [file] : [];
  });
}

/** `\/` and `\u0026` as they stand in JSON. */
function unescape(words: string): string {
  return words
    .replace(/\\u([\da-f]{4})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\\//gu, "/");
}
