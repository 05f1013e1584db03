/** A way in which portals name the pages of a list. `build` gives the n-th page (from 2), null where it cannot be. */
export interface PageTemplate {
  readonly name: string;
  readonly build: (column: string, page: number) => string | null;
}

/** In the order in which they are tried. */
export const pageTemplates: readonly PageTemplate[] = [
  { name: "X_{p-1}.ext", build: (column, page) => rename(column, (name) => `${name}_${page - 1}`) },
  { name: "X_{p}.ext", build: (column, page) => rename(column, (name) => `${name}_${page}`) },
  { name: "index_{p-1}.html", build: (column, page) => addName(column, `index_${page - 1}.html`) },
  { name: "index_{p}.html", build: (column, page) => addName(column, `index_${page}.html`) },
  { name: "/{p}", build: (column, page) => addName(column, String(page)) },
  { name: "?page={p}", build: (column, page) => setPage(column, page) },
  {
    name: "column-index-{p}",
    build: (column, page) =>
      rename(column, (name) => `${name.replace(/-index-\d+$/u, "")}-index-${page}`),
  },
];

/** `/a/nb.html` → `/a/nb_1.html`; none for a folder. */
function rename(column: string, change: (name: string) => string): string | null {
  const [, folder, name = "", ext] =
    /^([^?#]*\/)([^/?#]+)(\.\w{3,5})(?:[?#]|$)/u.exec(column) ?? [];
  return folder === undefined || !URL.canParse(column) || new URL(column).pathname === "/"
    ? null
    : `${folder}${change(name)}${ext}`;
}

/** Only a folder has pages by these names: `/nb/`, `/nb`; for `/nb/index.html` they are those of its own name. */
function addName(column: string, name: string): string | null {
  if (!URL.canParse(column)) return null;
  const { origin, pathname } = new URL(column);
  const last = pathname.split("/").at(-1) ?? "";
  if (/\.\w{3,5}$/u.test(last)) return null;
  return `${origin}${pathname.replace(/\/$/u, "")}/${name}`;
}

function setPage(column: string, page: number): string | null {
  if (!URL.canParse(column)) return null;
  const url = new URL(column);
  url.searchParams.set("page", String(page));
  return url.href;
}
