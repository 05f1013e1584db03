import { findWebAddress } from "./web-address.ts";

interface Props {
  readonly address: string | null;
  /** What the link is called before its host. */
  readonly name?: string;
}

/** A link to the page that a report came from, named by its host; nothing where there is no such page. */
export function SourceLink({ address, name = "来源" }: Props) {
  const url = findWebAddress(address);
  if (url === null) return null;
  return (
    <a class="source-link" href={url.href} rel="external noopener noreferrer nofollow">
      {name}：{url.host}
      <span aria-hidden="true"> ↗</span>
    </a>
  );
}
