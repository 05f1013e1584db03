import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AssetPaths } from "../web/page-view.ts";

/** A file that pages load. Its address holds a hash of its bytes, so browsers may keep it for good. */
export interface Asset {
  readonly path: string;
  readonly mediaType: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  readonly paths: AssetPaths;
  readonly byPath: ReadonlyMap<string, Asset>;
}

/** Parts of the style sheet from Open Props: the tokens that ours use, and its reset. */
const vendorStyles = ["sizes", "fonts", "borders", "easings", "gray", "normalize"].map(
  (name) => `open-props/${name}.min.css`,
);

/** Our styles, in the order in which they override one another. */
const siteStyles = [
  "theme",
  "layout",
  "start",
  "results",
  "facets",
  "report",
  "table",
  "original",
  "versions",
  "sources",
  "print",
];

/** Client scripts: modules after those that they import. */
const modules = [
  "suggestion-address",
  "suggestion-list",
  "focus-search",
  "page-updates",
  "retry-page",
  "suggestions",
  "original-frame",
  "source-progress",
];

/** Reads and bundles everything that pages load, once, when the app is made. */
export function readAssets(): Assets {
  const style = buildAsset("site.css", "text/css; charset=utf-8", bundleStyles());
  const icon = buildAsset("icon.svg", "image/svg+xml", readWeb("icon.svg"));
  const htmx = buildScript("htmx.js", readPackage("htmx.org/dist/htmx.min.js"));
  const code = readModules();
  const all = [style, icon, htmx, ...code];
  return {
    paths: {
      style: style.path,
      icon: icon.path,
      htmx: htmx.path,
      modules: code.map((script) => script.path),
    },
    byPath: new Map(all.map((asset) => [asset.path, asset])),
  };
}

/** The modules, with the names that they import replaced by the hashed ones. */
function readModules(): readonly Asset[] {
  const built: Asset[] = [];
  for (const name of modules) {
    const code = built.reduce(
      (text, { path }, i) => text.replaceAll(`"./${modules[i]}.js"`, `"${path}"`),
      readWeb(`scripts/${name}.js`),
    );
    built.push(buildScript(`${name}.js`, code));
  }
  return built;
}

function buildScript(name: string, code: string): Asset {
  return buildAsset(name, "text/javascript; charset=utf-8", code);
}

function buildAsset(name: string, mediaType: string, text: string): Asset {
  const body = new TextEncoder().encode(text);
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return { path: `/assets/${name.replace(".", `.${hash}.`)}`, mediaType, body };
}

/** Vendor styles in a layer below ours, so that any rule of ours wins whatever its weight. */
function bundleStyles(): string {
  const vendor = vendorStyles.map(readPackage).join("\n");
  const site = siteStyles.map((name) => readWeb(`styles/${name}.css`)).join("\n");
  return `@layer vendor, site;\n@layer vendor {\n${vendor}\n}\n@layer site {\n${site}\n}\n`;
}

function readPackage(name: string): string {
  return readFileSync(createRequire(import.meta.url).resolve(name), "utf8");
}

function readWeb(path: string): string {
  return readFileSync(new URL(`../web/${path}`, import.meta.url), "utf8");
}
