import type { Child } from "hono/jsx";

/** The values that a long list does not show at once. */
export function MoreValues({ items }: { readonly items: readonly Child[] }) {
  if (items.length === 0) return null;
  return (
    <details class="facet-more">
      <summary>另有 {items.length} 项</summary>
      <ul class="facet-values">{items}</ul>
    </details>
  );
}
