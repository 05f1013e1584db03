import type { SearchQuery } from "../../search/query.ts";
import { feedFormats } from "../feed-formats.ts";
import { buildFeedAddress } from "./feed-address.ts";

/** The ways to be told when a report comes in that this search finds. */
export function FeedLinks({ query }: { readonly query: SearchQuery }) {
  return (
    <details class="feed-links">
      <summary>订阅</summary>
      <div class="feed-box">
        <p>新收录的年报符合这次检索时，阅读器会告诉您。把下面任一地址加入阅读器：</p>
        <ul>
          {feedFormats.map(({ key, label, mediaType }) => (
            <li>
              <a rel="alternate" type={mediaType} href={buildFeedAddress(key, query)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
