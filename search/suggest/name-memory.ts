import { listNameForms, readPinyin, type Pinyin } from "../places/place-pinyin.ts";

/** A name as people type it: its forms (see `listNameForms`), the shortest of them last, and how each is typed in Latin letters. */
export interface ReadName {
  readonly forms: readonly string[];
  readonly stem: string;
  readonly pinyin: readonly Pinyin[];
  readonly stemPinyin: Pinyin;
}

/** Opens a reader of names that remembers: they come again whenever suggestions are built anew. */
export function openNameMemory(): (name: string) => ReadName {
  const known = new Map<string, ReadName>();
  return (name) => {
    const found = known.get(name) ?? readName(name);
    known.set(name, found);
    return found;
  };
}

function readName(name: string): ReadName {
  const forms = listNameForms(name);
  const pinyin = forms.map((form) => readPinyin(form));
  const stem = forms.at(-1) ?? name;
  return { forms, stem, pinyin, stemPinyin: pinyin.at(-1) ?? readPinyin(name) };
}
