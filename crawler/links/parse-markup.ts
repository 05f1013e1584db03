import { load } from "cheerio";
import type { Document } from "domhandler";

const longestText = 8_000_000;
/** Above this, closing tags cost more than a second to be matched with what is open. */
const mostSteps = 400_000_000;
const wildText = 200_000;
const unclosed =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|wbr|p|li|td|th|tr|tbody|thead|tfoot|option|dt|dd)$/iu;

/**
 * The tree of a page or of a piece of one. A page over 8 million characters is read to there; one whose markup is
 * nested so wildly that it would take minutes is read in its beginning.
 */
export function parseMarkup(text: string): Document {
  const cut = text.slice(0, longestText);
  const bounded = countSteps(cut) > mostSteps ? cut.slice(0, wildText) : cut;
  const root = load(bounded, {
    xml: { xmlMode: false, decodeEntities: true, recognizeCDATA: true },
  })
    .root()
    .get(0);
  if (!root) throw new TypeError("cheerio gave no root");
  return root;
}

/** Tags times the greatest depth: what matching closing tags costs at most. */
function countSteps(text: string): number {
  let [tags, depth, deepest] = [0, 0, 0];
  for (const [, slash, name = ""] of text.matchAll(/<(\/?)([a-z][a-z\d]{0,15})/giu)) {
    tags++;
    if (unclosed.test(name)) continue;
    depth = slash === "/" ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return tags * deepest;
}
