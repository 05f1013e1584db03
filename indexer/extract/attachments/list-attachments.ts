import type { Attachment } from "../../../corpus/attachment.ts";
import type { Fact } from "../../../corpus/fact.ts";
import type { Page } from "../page/page.ts";
import type { Reference } from "../page/reference.ts";

const mostAttachments = 100;

/**
 * The files that a page leads to or shows, in the order of the page, each address once. `address` is where the page
 * came from. Images are listed only where the report lacks tables: else they are pictures.
 */
export function listAttachments(
  page: Page,
  { address, facts }: { readonly address: string | null; readonly facts: readonly Fact[] },
): readonly Attachment[] {
  const isComplete = hasAllTables(facts);
  const base = page.base ? resolveAddress(page.base, address) : address;
  const found = new Map<string, Attachment>();
  for (const reference of page.references ?? []) {
    if (reference.kind === "image" && isComplete) continue;
    const within = reference.within === null ? base : resolveAddress(reference.within, base);
    const whole = resolveAddress(reference.address, within);
    const known = found.get(whole);
    if (known) found.set(whole, mergePrints(known, reference));
    else if (found.size < mostAttachments) found.set(whole, buildAttachment(reference, whole));
  }
  return [...found.values()];
}

/** The files among them that the article itself offers. */
export function listArticleFiles(
  page: Page,
  reading: { readonly address: string | null; readonly facts: readonly Fact[] },
): readonly Attachment[] {
  const references = page.references?.filter(({ isBeside }) => isBeside !== true) ?? [];
  return listAttachments({ ...page, references }, reading);
}

/** Since 2019 a report has three tables, before it one. */
export function hasAllTables(facts: readonly Fact[]): boolean {
  const tables = new Set(facts.map(({ table }) => table));
  return tables.has("indicators") || tables.size >= 3;
}

function buildAttachment({ kind, name, mediaType }: Reference, address: string): Attachment {
  return { address, name: name === "" ? readFileName(address) : name, kind, mediaType };
}

/** A file that is shown and linked keeps the words of the link. */
function mergePrints(known: Attachment, { kind, name, mediaType }: Reference): Attachment {
  const isNamed = known.name !== readFileName(known.address);
  return {
    ...known,
    name: isNamed || name === "" ? known.name : name,
    kind: kind === "file" ? "file" : known.kind,
    mediaType: known.mediaType ?? mediaType,
  };
}

/** An address made absolute, or as printed where the base is unknown or it is none. */
function resolveAddress(printed: string, base: string | null): string {
  const whole = parseAddress(printed, base);
  return whole === null || !/^https?:$/u.test(whole.protocol) ? printed : whole.href;
}

function parseAddress(printed: string, base: string | null): URL | null {
  try {
    return base === null ? new URL(printed) : new URL(printed, base);
  } catch {
    return null;
  }
}

function readFileName(address: string): string {
  const path = address.split(/[?#]/u)[0] ?? "";
  const name = path.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
