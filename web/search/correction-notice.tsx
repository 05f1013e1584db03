import type { SearchQuery } from "../../search/query.ts";
import type { Correction } from "../../search/search-result.ts";
import { buildSearchAddress } from "./search-address.ts";

interface Props {
  readonly query: SearchQuery;
  readonly correction: Correction;
}

/** Other words that were probably meant: taken, with the way back, or offered. */
export function CorrectionNotice({ query, correction }: Props) {
  const { from, to, applied, reason } = correction;
  return (
    <p class={applied ? "notice" : "did-you-mean"} hx-boost="true">
      {applied ? (
        <>
          {reason === "name" ? `已把“${from}”理解为` : `没有找到“${from}”，已改为检索`}“
          <strong>{to}</strong>”。
          <a href={buildSearchAddress({ ...query, verbatim: "1", page: 1 })}>仍按原词检索</a>
        </>
      ) : (
        <>
          您是不是要找：
          <a href={buildSearchAddress({ ...query, q: correction.query, verbatim: "0", page: 1 })}>
            {correction.query}
          </a>
        </>
      )}
    </p>
  );
}
