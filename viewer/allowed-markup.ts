/** Elements that are shown as they are: text, tables and lists. */
export const shownElements: ReadonlySet<string> = new Set(
  "abbr b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr".split(
    " ",
  ),
);

/** Elements that are shown as another: what they would do is left out, what they hold is not. */
export const replacedElements: Readonly<Record<string, string>> = {
  a: "span",
  address: "div",
  article: "div",
  aside: "div",
  body: "div",
  details: "div",
  dialog: "div",
  fieldset: "div",
  figcaption: "div",
  figure: "div",
  footer: "div",
  form: "div",
  header: "div",
  label: "span",
  legend: "div",
  main: "div",
  nav: "div",
  section: "div",
  summary: "div",
};

/** Elements left out with all that they hold: they run, load, ask for input, or are not text. */
export const droppedElements: ReadonlySet<string> = new Set(
  "applet area audio base basefont bgsound button canvas datalist embed frame frameset head iframe input isindex link map math meta meter noembed noframes noscript object optgroup option param plaintext portal progress script select source style svg template textarea title track video xml".split(
    " ",
  ),
);

/** Elements without an end tag. */
export const voidElements: ReadonlySet<string> = new Set(["br", "col", "hr", "wbr"]);

/** Attributes that lay text out; none of them holds an address. */
export const shownAttributes: ReadonlySet<string> = new Set(
  "align bgcolor border cellpadding cellspacing color colspan dir face height lang noshade nowrap rowspan size span start type valign value width".split(
    " ",
  ),
);

/** Properties of inline styles that lay text out; none moves it out of the flow of the page. */
export const shownProperties: ReadonlySet<string> = new Set(
  "background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color border-left border-left-color border-left-style border-left-width border-right border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color border-top-style border-top-width border-width color display font font-family font-size font-style font-weight height letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top max-width min-width padding padding-bottom padding-left padding-right padding-top table-layout text-align text-decoration text-indent vertical-align white-space width word-break".split(
    " ",
  ),
);
