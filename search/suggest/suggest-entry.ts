import type { RowKey, RowKeys } from "./key-index.ts";
import type { ReadName } from "./name-memory.ts";
import type { SearchQuery } from "../query.ts";
import type { Suggestion } from "../search-result.ts";

/**
 * A place, an agency or a term to suggest. `parents` are the names above it from the province down, by which it is
 * found too; `query` is the search that choosing it asks for; `reports` null where they are not counted.
 */
export interface SuggestEntry extends Omit<Suggestion, "address"> {
  readonly parents: readonly string[];
  readonly query: Pick<Partial<SearchQuery>, "q" | "region" | "kind" | "level">;
}

/** What an entry is looked up by, in characters and in Latin letters. */
export interface EntryKeys {
  readonly chinese: RowKeys;
  readonly latin: RowKeys;
}

/** Reads the keys of an entry: its forms, those behind the place above it, and pinyin and initials of both. */
export function readEntryKeys(
  { name, parents }: SuggestEntry,
  readName: (name: string) => ReadName,
): EntryKeys {
  const own = readName(name);
  const above = parents.filter((parent) => !name.startsWith(parent));
  const path = above.map((parent) => readName(parent));
  const [nearest, next] = [above.at(-1), path.at(-1)];
  const paths = [
    [...above, name],
    [...path.map(({ stem }) => stem), own.stem],
  ];
  return {
    chinese: {
      keys: [
        ...own.forms.map((form) => buildKey("", form)),
        ...(next && nearest ? [buildKey(nearest, name), buildKey(next.stem, own.stem)] : []),
      ],
      texts: paths.map((names) => names.join("").toLowerCase()),
    },
    latin: readLatinKeys(own, next),
  };
}

function readLatinKeys(own: ReadName, next: ReadName | undefined): RowKeys {
  const { stemPinyin } = own;
  const pair = next && buildKey(next.stemPinyin.full, stemPinyin.full);
  return {
    keys: [
      ...own.pinyin.flatMap(({ full, initials }) => [buildKey("", full), buildKey("", initials)]),
      ...(pair ? [pair] : []),
      ...(next ? [buildKey(next.stemPinyin.initials, stemPinyin.initials)] : []),
    ],
    texts: [own.pinyin[0]?.full ?? "", ...(pair ? [pair.key] : [])],
  };
}

function buildKey(above: string, name: string): RowKey {
  return { key: (above + name).toLowerCase(), from: above.length };
}
