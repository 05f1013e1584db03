import type { FailedAddress } from "../../corpus/source-state.ts";
import { buildTimeText } from "../date-text.ts";
import { findWebAddress } from "../web-address.ts";

/** The addresses that gave nothing, with the reasons and when they are tried again. */
export function FailedAddresses({ failed }: { readonly failed: readonly FailedAddress[] }) {
  if (failed.length === 0) return null;
  return (
    <div class="sources-scroll" tabindex={0} role="region" aria-label="失败的地址">
      <table class="sources-table">
        <caption class="visually-hidden">最近失败的地址</caption>
        <thead>
          <tr>
            <th scope="col">地址</th>
            <th scope="col">原因</th>
            <th scope="col">上次尝试</th>
            <th scope="col">再次尝试</th>
          </tr>
        </thead>
        <tbody>
          {failed.map((address) => (
            <FailedRow address={address} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FailedRow({ address }: { readonly address: FailedAddress }) {
  const { url, words, reason, status, attempts, visitedAt, next } = address;
  const web = findWebAddress(url);
  return (
    <tr>
      <th scope="row" class="failed-url">
        {web === null ? (
          url
        ) : (
          <a href={web.href} rel="noreferrer nofollow">
            {url}
          </a>
        )}
      </th>
      <td data-label="原因">
        {words}
        {status !== null && `（${status}）`}
        {reason !== null && (
          <span class="source-note" lang="en">
            {reason}
          </span>
        )}
      </td>
      <td data-label="上次尝试">
        {visitedAt !== null && <span class="source-time">{buildTimeText(visitedAt)}</span>}
        <span class="source-note">共 {attempts} 次</span>
      </td>
      <td data-label="再次尝试">{next === null ? "不再重试" : buildTimeText(next)}</td>
    </tr>
  );
}
