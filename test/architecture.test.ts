import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const sources = listSources(root);
const imports = new Map(sources.map((file) => [file, readImports(file)]));

/** What each folder may import of ours. Its own files are always allowed. */
const allowed: Readonly<Record<string, readonly RegExp[]>> = {
  "config.ts": [],
  corpus: [],
  search: [/^corpus\/(?!store\/)/],
  crawler: [/^corpus\//],
  indexer: [/^corpus\//, /^search\//],
  viewer: [/^corpus\/(?!store\/)/, /^indexer\/extract\//],
  server: [/^corpus\//, /^search\//, /^web\//],
  web: [/^corpus\/(?!store\/)/, /^search\/(query|facets|search-result)\.ts$/],
  demo: [/^corpus\/(?!store\/)/],
};
const readsConfig = /^(gongkai\.ts|command\/.*|[a-z]+\/main\.ts)$/;
const pure = /^indexer\/(extract|audit)\//;
const impure =
  /^(node:(fs|http|https|net|dns|child_process|worker_threads|timers)|better-sqlite3|kysely|pg$|meilisearch|pino)/;
const drivers = /^(kysely|better-sqlite3|pg)$/;
const vague =
  /(^|\/)(utils?|helpers?|common|shared|lib|core|misc|types|managers?|services?)(\/|\.tsx?$)/;

describe("architecture", () => {
  it("sees the source", () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(imports.get("search/facets.ts")).toContain("corpus/section.ts");
  });

  it.each(Object.keys(allowed))("%s imports only what it may", (folder) => {
    const rules = allowed[folder] ?? [];
    const wrong = edges().filter(
      ([from, to]) =>
        isIn(from, folder) &&
        isOurs(to) &&
        !isIn(to, folder) &&
        !rules.some((rule) => rule.test(to)) &&
        !(to === "config.ts" && readsConfig.test(from)),
    );
    expect(wrong).toEqual([]);
  });

  it("only the command line and each folder's main.ts read the settings", () => {
    expect(edges().filter(([from, to]) => to === "config.ts" && !readsConfig.test(from))).toEqual(
      [],
    );
  });

  it("extraction and audit touch no store, engine, network, clock or file", () => {
    expect(edges().filter(([from, to]) => pure.test(from) && impure.test(to))).toEqual([]);
    const clocks = sources
      .filter((file) => pure.test(file))
      .filter((file) =>
        /\b(Date\.now|performance\.now|setTimeout|setInterval|fetch)\(|new Date\(\)/.test(
          read(file),
        ),
      );
    expect(clocks).toEqual([]);
  });

  it("only the store imports Kysely and the drivers", () => {
    expect(
      edges().filter(([from, to]) => drivers.test(to) && !from.startsWith("corpus/store/")),
    ).toEqual([]);
  });

  it("has no cycle", () => {
    expect(findCycle()).toEqual([]);
  });

  it("has no file or folder whose name says nothing", () => {
    expect(sources.filter((file) => vague.test(file))).toEqual([]);
  });

  it("has no file over 300 lines outside forms and styles", () => {
    const long = sources.filter(
      (file) => !file.startsWith("corpus/forms/") && read(file).split("\n").length > 301,
    );
    expect(long).toEqual([]);
  });
});

function listSources(folder: string): readonly string[] {
  const outside = new Set(["node_modules", "test", "bench", "data", ".git", "vitest.config.ts"]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !outside.has(file.split("/")[0] ?? ""));
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Paths of our own files from the root, names of packages as they are. */
function readImports(file: string): readonly string[] {
  const found = read(file).matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g);
  return [...found]
    .map((match) => match[1] ?? "")
    .map((name) => (name.startsWith(".") ? normalize(join(dirname(file), name)) : name));
}

function edges(): readonly (readonly [string, string])[] {
  return [...imports].flatMap(([from, tos]) => tos.map((to) => [from, to] as const));
}

function isOurs(name: string): boolean {
  return imports.has(name);
}

function isIn(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

function findCycle(): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of (imports.get(file) ?? []).filter(isOurs)) {
      const cycle = visit(next, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  return sources.map((file) => visit(file, [])).find((cycle) => cycle.length > 0) ?? [];
}
