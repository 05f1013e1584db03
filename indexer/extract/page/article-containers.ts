/** Where the portals of one make put the article; in order, the innermost first. */
interface ContainerFamily {
  readonly family: string;
  /** `#id`, `#id*` (begins with), `.class`, `[name=…]` or an element, compared without regard to case. */
  readonly selectors: readonly string[];
}

/** Families as portals publish them; the general words of the last are no sign of a make. */
export const containerFamilies: readonly ContainerFamily[] = [
  {
    family: "TRS",
    selectors: [".TRS_Editor", ".trs_editor_view", ".TRS_UEDITOR", ".Custom_UnionStyle"],
  },
  { family: "UCAP", selectors: ["#UCAP-CONTENT", ".pages_content"] },
  {
    family: "VSB",
    selectors: [
      ".v_news_content",
      "#vsb_content",
      "#vsb_content_*",
      "[name=_newscontent_fromname]",
    ],
  },
  {
    family: "LonSun",
    selectors: [".j-fontContent", ".newscontnet", ".wzcon", ".gzk-article"],
  },
  { family: "gkmlpt", selectors: [".news_cont_d_wrap"] },
  { family: "Epoint", selectors: [".ewb-article", ".infodetail"] },
  {
    family: "Hanweb",
    selectors: ["#zoom", ".main-txt", ".bt-article-y", "#barrierfree_container", ".wzzw-article"],
  },
  {
    family: "general",
    selectors: [
      ".webeditorview",
      ".article-content",
      ".articleContent",
      ".article_content",
      ".article-con",
      "#contentbox",
      ".detail-content",
      ".content-detail",
      ".xxgk_content",
      ".zw-content",
    ],
  },
];

/** Containers of the middle column: they hold share bars and related links too, so they are taken last. */
const frameSelectors: readonly string[] = [".main-content", "main"];

const selectors = [...containerFamilies.flatMap((family) => family.selectors), ...frameSelectors];
/** Ranks from this on are of containers that hold more than the article. */
export const firstFrameRank: number = selectors.length - frameSelectors.length;
const ranks = new Map(selectors.map((selector, rank) => [selector.toLowerCase(), rank]));
const begins = [...ranks].flatMap(([selector, rank]) =>
  selector.endsWith("*") ? [{ start: selector.slice(1, -1), rank }] : [],
);
const longestNames = 500;

/**
 * The place in the list of the first selector that an element fits, null where it fits none. An element of the
 * article itself (a paragraph that an editor marked) is no container.
 */
export function rankContainer(
  name: string,
  attributes: Readonly<Record<string, string>>,
): number | null {
  const { id, class: classes, name: formName } = attributes;
  if (name === "p" || name === "a") return null;
  const keys = [
    name,
    ...(id === undefined ? [] : [`#${id}`]),
    ...splitNames(classes).map((word) => `.${word}`),
    ...(formName === undefined ? [] : [`[name=${formName}]`]),
  ];
  if (keys.length === 1) return ranks.get(name) ?? null;
  const fits = keys.flatMap((key) => ranks.get(key.toLowerCase()) ?? []);
  const start = id?.toLowerCase() ?? "";
  fits.push(...begins.flatMap((begin) => (start.startsWith(begin.start) ? [begin.rank] : [])));
  return fits.length === 0 ? null : Math.min(...fits);
}

function splitNames(classes: string | undefined): readonly string[] {
  if (classes === undefined || classes.length > longestNames) return [];
  return classes.split(/\s+/u).filter((name) => name !== "");
}
