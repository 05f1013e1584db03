import { Buffer } from "node:buffer";
import type { Column } from "./site.ts";

/** A page of markup with the path that its links are read against. */
export interface LinkingPage {
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface CrumbsPlan {
  readonly frame: Column["frame"];
  /** The path of the column of reports. */
  readonly column: string;
  readonly isServed: (path: string) => boolean;
}

const markup = /(?:\/|\.s?html?)$/u;
/** Papers beside a report are named after it; everything else that articles lead to lies above them. */
const paper = /\/t0_\d+\.html$/u;

/**
 * The pages that articles link and that no list holds: the columns of their breadcrumbs, the paper that goes with them and
 * the one before them. By path; none of them is a report.
 */
export function buildCrumbs(
  pages: readonly LinkingPage[],
  { frame, column, isServed }: CrumbsPlan,
): ReadonlyMap<string, string> {
  const way = `<ul><li><a href="${column}">政府信息公开年报</a></li></ul>`;
  const paths = new Set(pages.flatMap(listLinks).filter((path) => !isServed(path)));
  return new Map(
    [...paths].map((path) =>
      paper.test(path)
        ? [path, frame("图解", "<h1>图解：政府信息公开年报</h1><p>本页为配图说明。</p>")]
        : [path, frame("政府信息公开", `<h2>政府信息公开</h2>${way}`)],
    ),
  );
}

/** The paths of pages on the same host. Links are ASCII, whatever the charset of their page. */
function listLinks({ path, content }: LinkingPage): readonly string[] {
  const text = Buffer.from(content).toString("latin1");
  return [...text.matchAll(/\shref="([^"#]+)"/gu)].flatMap(([, href = ""]) => {
    const base = `http://host.test${path}`;
    if (!URL.canParse(href, base)) return [];
    const { hostname, pathname, search } = new URL(href, base);
    return hostname === "host.test" && search === "" && markup.test(pathname) ? [pathname] : [];
  });
}
