/** Elements whose content no reader of the page sees as text, or that hold only navigation. */
export const hiddenElements: ReadonlySet<string> = new Set(
  "script style noscript template svg math nav footer button select option textarea input iframe object embed head title audio video canvas map".split(
    " ",
  ),
);

/** Elements that begin a new line. */
export const blockElements: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

const articleIds: ReadonlySet<string> = new Set([
  "zoom",
  "ucap-content",
  "vsb_content",
  "vsb_content_2",
  "vsb_content_4",
  "barrierfree_container",
  "contentbox",
]);

const articleClasses: ReadonlySet<string> = new Set([
  "trs_editor",
  "trs_editor_view",
  "trs_ueditor",
  "custom_unionstyle",
  "pages_content",
  "v_news_content",
  "main-txt",
  "wzzw-article",
  "article-content",
  "article_content",
  "articlecontent",
  "article-con",
  "j-fontcontent",
  "wzcon",
  "gzk-article",
  "ewb-article",
  "news_cont_d_wrap",
  "detail-content",
  "content-detail",
  "xxgk_content",
  "webeditorview",
  "zw-content",
]);

/** Whether portals of the known families put the article into an element with this id and these classes. */
export function isArticleContainer(attributes: Readonly<Record<string, string>>): boolean {
  const { id, class: classes } = attributes;
  if (id !== undefined && articleIds.has(id.toLowerCase())) return true;
  if (classes === undefined || classes.length > 500) return false;
  return classes
    .toLowerCase()
    .split(/\s+/u)
    .some((name) => articleClasses.has(name));
}
