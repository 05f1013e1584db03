const longestTag = 4000;

/**
 * The page without `<!-- -->`, those within scripts left as they are; one that never ends takes the rest with it. Time
 * grows with the length alone.
 */
export function removeComments(page: string): string {
  const kept: string[] = [];
  const opening = /<!--|<script(?=[\s/>])/giu;
  let at = 0;
  while (at < page.length) {
    opening.lastIndex = at;
    const match = opening.exec(page);
    if (!match) return kept.join("") + page.slice(at);
    const isComment = match[0] === "<!--";
    const end = findEnd(page, isComment ? /-->/gu : /<\/script/giu, match.index);
    kept.push(page.slice(at, isComment ? match.index : end));
    at = end;
  }
  return kept.join("");
}

/** Where the closing mark ends, the end of the page where there is none. */
function findEnd(page: string, mark: RegExp, from: number): number {
  mark.lastIndex = from;
  return mark.test(page) ? mark.lastIndex : page.length;
}

/** The attributes of all start tags of this name, as one text each. Tags of over 4,000 characters are left out. */
export function findTags(page: string, name: string): readonly string[] {
  const [, ...parts] = page.split(new RegExp(`<${name}(?=[\\s/>])`, "iu"));
  return parts.flatMap((part) => {
    const end = findTagEnd(part.slice(0, longestTag));
    return end === -1 ? [] : [part.slice(0, end)];
  });
}

/** Where a tag ends: at the first `>` outside quotes, or within them where they are never closed. */
function findTagEnd(part: string): number {
  const quoted = /^(?:[^"'>]|"[^"]*"|'[^']*')*>/u.exec(part)?.[0];
  return quoted === undefined ? part.indexOf(">") : quoted.length - 1;
}

/** The value of an attribute with its entities undone, null where the tag has none of this name. */
export function findAttribute(tag: string, name: string): string | null {
  for (const match of tag.matchAll(
    /([^\s"'=<>/]{1,60})\s{0,99}=\s{0,99}(?:"([^"]*)"|'([^']*)'|([^\s>]{1,2000}))/gu,
  ))
    if (match[1]?.toLowerCase() === name)
      return undoEntities(match[2] ?? match[3] ?? match[4] ?? "");
  return null;
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&#34;": '"',
  "&lt;": "<",
  "&gt;": ">",
};

function undoEntities(value: string): string {
  return value.replaceAll(/&(?:amp|quot|#39|apos|#34|lt|gt);/giu, (entity) => {
    return entities[entity.toLowerCase()] ?? entity;
  });
}
