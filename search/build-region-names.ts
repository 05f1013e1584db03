import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { RegionNames } from "./region-names.ts";

/** Names and codes of places as the gazetteer has them. */
export function buildRegionNames(gazetteer: Gazetteer): RegionNames {
  return {
    nameOf: (code) => gazetteer.get(code)?.name ?? null,
    resolve: (nameOrCode) =>
      gazetteer.get(nameOrCode) === undefined
        ? gazetteer.called(nameOrCode).map((division) => division.code)
        : [nameOrCode],
  };
}
