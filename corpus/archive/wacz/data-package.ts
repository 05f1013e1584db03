import { basename } from "node:path";
import type { ExportedPage } from "./find-visits.ts";

/** A file in the package. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: number;
  /** `sha256:` and hex. */
  readonly hash: string;
}

interface PackageParts {
  readonly title: string;
  readonly now: Date;
  readonly files: readonly PackedFile[];
  readonly pages: readonly ExportedPage[];
}

/** `datapackage.json` of WACZ 1.1.1. */
export function buildPackage({ title, now, files, pages }: PackageParts): Buffer {
  const [first] = pages;
  const description =
    "Copied byte for byte from an archive of gongkai, with the requests, the responses and what was known of each fetch.";
  return Buffer.from(
    JSON.stringify(
      {
        profile: "data-package",
        wacz_version: "1.1.1",
        title,
        description,
        software: "gongkai",
        created: now.toISOString(),
        modified: now.toISOString(),
        ...(first === undefined ? {} : { mainPageUrl: first.target, mainPageDate: first.date }),
        resources: files.map(({ path, hash, bytes }) => ({
          name: basename(path),
          path,
          hash,
          bytes,
        })),
      },
      null,
      2,
    ),
  );
}

/** `pages/pages.jsonl`: a head and a line for each page. */
export function buildPages(pages: readonly ExportedPage[], title: string): Buffer {
  const head = { format: "json-pages-1.0", id: "pages", title };
  const lines = pages.map((page) => ({
    id: page.digest.slice(0, 16),
    url: page.target.replace(/^urn:dom:/u, ""),
    ts: page.date,
    title: page.title,
    size: page.bytes,
  }));
  return Buffer.from([head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(""));
}
