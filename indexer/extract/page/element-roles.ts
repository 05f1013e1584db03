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

/** Elements that may lay out a page: one of them holds the article. */
export const layoutElements: ReadonlySet<string> = new Set(
  "article center dd div fieldset form li main section td".split(" "),
);
