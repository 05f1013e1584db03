import type { AgencyKind } from "../../corpus/agency.ts";
import { listNameForms } from "../places/place-pinyin.ts";

interface Body {
  readonly agency: string;
  readonly kind: AgencyKind;
  /** From the province down. */
  readonly regions: readonly { readonly name: string }[];
}

/**
 * What a body is called by itself: the government of a place by all names of the place, any other by its own name with
 * and without those of its places (惠安县教育局, 教育局). Who asks for 惠安县 means its government first.
 */
export function listOwnNames({ agency, kind, regions }: Body): readonly string[] {
  const place = regions.at(-1)?.name ?? "";
  if (kind === "government" || kind === "subdistrict")
    return [...new Set([...listNameForms(agency), ...listNameForms(place)])];
  const prefixes = regions.flatMap(({ name }) => listNameForms(name));
  const plain = prefixes.reduce(
    (name, prefix) => (name.startsWith(prefix) ? name.slice(prefix.length) : name),
    agency,
  );
  return plain.length > 1 ? [plain] : [agency];
}
