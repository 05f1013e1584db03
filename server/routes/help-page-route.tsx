import { findFact, shortFactNames } from "../../search/language/fact-names.ts";
import { syntaxGroups } from "../../search/language/syntax-rows.ts";
import { HelpPage } from "../../web/help/help-page.tsx";
import type { PageRoute } from "./page-route.ts";

/** How to ask, by examples. */
export const helpPageRoute: PageRoute = {
  path: "/help",
  show: async (_, deps) => ({
    title: "检索语法",
    query: null,
    box: "header",
    canonical: "/help",
    holdings: await deps.loadHoldings(),
    content: <HelpPage groups={syntaxGroups} numbers={listNumbers()} />,
  }),
};

function listNumbers(): readonly { readonly name: string; readonly label: string }[] {
  return Object.entries(shortFactNames).map(([key, names]) => ({
    name: names.join("、"),
    label: findFact(key)?.label ?? key,
  }));
}
