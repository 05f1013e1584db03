import { openPackage } from "../office/open-package.ts";
import { isPrint } from "./list-html-images.ts";

/** A document carries at most so many pictures that are read. */
const mostImages = 60;
const mostBytes = 16 << 20;

/**
 * The pictures of a Word document (.docx) in the order in which its text names them; small ones are left out.
 * Throws UnreadableFile for a damaged file.
 */
export function listDocxImages(bytes: Uint8Array): readonly Uint8Array[] {
  const file = openPackage(bytes);
  const decoder = new TextDecoder();
  const text = decoder.decode(file.read("word/document.xml") ?? new Uint8Array());
  const relations = decoder.decode(file.read("word/_rels/document.xml.rels") ?? new Uint8Array());
  const targets = readTargets(relations);
  const used = [...text.matchAll(/\br:(?:embed|id)="([^"]{1,200})"/gu)].map(
    ([, id = ""]) => targets.get(id) ?? "",
  );
  const names = [...new Set(used)].filter((name) => file.has(name)).slice(0, mostImages);
  const images = names.flatMap((name) => file.read(name, mostBytes) ?? []);
  return images.map((image) => new Uint8Array(image)).filter(isPrint);
}

/** The pictures among the relations of a document, by their ids: names of parts. */
function readTargets(relations: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<Relationship\s[^<>]{1,1000}>/gu)) {
    const [, id] = /\sId="([^"]{1,200})"/u.exec(tag) ?? [];
    const [, target] = /\sTarget="([^"]{1,300})"/u.exec(tag) ?? [];
    if (!id || !target || !/\/image"/u.test(tag)) continue;
    targets.set(id, target.startsWith("/") ? target.slice(1) : `word/${target}`);
  }
  return targets;
}
