import type { SearchQuery } from "../../search/query.ts";
import { buildSearchAddress } from "./search-address.ts";

const groups: readonly { readonly group: SearchQuery["group"]; readonly label: string }[] = [
  { group: "report", label: "按报告" },
  { group: "none", label: "逐节" },
];

/** Whether each report is one hit, by its best section, or every section is one. */
export function GroupLinks({ query }: { readonly query: SearchQuery }) {
  return (
    <nav class="groups" aria-label="列法" hx-boost="true">
      {groups.map(({ group, label }) => (
        <a
          id={`group-${group}`}
          href={buildSearchAddress({ ...query, group, page: 1 })}
          aria-current={group === query.group ? "true" : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
