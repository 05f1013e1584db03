import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pageTemplates } from "../../../crawler/portals/page-templates.ts";
import { portals } from "../../../crawler/portals/portals.ts";

const docs = readFileSync(join(import.meta.dirname, "../../../docs/portals.md"), "utf8");

it("docs/portals.md lists the portals and the guesses in the order of the code", () => {
  const rows = [...docs.matchAll(/^\| `([\w-]+)` \|/gmu)].map(([, name]) => name);
  expect(rows).toEqual(portals.map(({ name }) => name));
  expect(docs).toContain(pageTemplates.map(({ name }) => `\`${name}\``).join(", "));
});
