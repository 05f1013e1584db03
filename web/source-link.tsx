import { findWebAddress } from "./web-address.ts";

/** A link to the page that a report came from, named by its host; nothing where there is no such page. */
export function SourceLink({ address }: { readonly address: string | null }) {
  const url = findWebAddress(address);
  if (url === null) return null;
  return (
    <a class="source-link" href={url.href} rel="external noopener noreferrer nofollow">
      来源：{url.host}
      <span aria-hidden="true"> ↗</span>
    </a>
  );
}
