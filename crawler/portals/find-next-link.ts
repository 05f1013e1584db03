import { buildRequest, type PageRequest } from "../../corpus/address.ts";
import { canonicalizeAddress } from "../links/canonicalize-address.ts";
import { compactWords } from "../links/compact-words.ts";
import type { ListedLink, PortalPage } from "./portal.ts";

const nextWords = /^(?:下一?页|后一?页|下页|next(?:page)?|›|»|>|>>|下一页[>»›]+)$/iu;
const pageNumber = /^\[?(\d{1,3})\]?$/u;

/** The next page of a list as the page itself links it: 下一页, or the number behind its own. */
export function findNextLink(page: PortalPage, links: readonly ListedLink[]): PageRequest | null {
  const own = readKey(page.url);
  const host = readHost(page.url);
  const others = links.filter(({ url }) => readKey(url) !== own && readHost(url) === host);
  const next = others.find(
    ({ text, title }) => nextWords.test(words(text)) || nextWords.test(words(title ?? "")),
  );
  if (next) return buildRequest(next.url);
  const numbers = others.flatMap((link) => {
    const number = pageNumber.exec(words(link.text))?.[1];
    return number === undefined ? [] : [{ number: Number(number), url: link.url }];
  });
  const current = findCurrent(numbers.map(({ number }) => number));
  const behind = numbers.find(({ number }) => number === current + 1);
  return behind ? buildRequest(behind.url) : null;
}

/** The number that the row of numbers leaves out is that of the page itself. */
function findCurrent(numbers: readonly number[]): number {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
  if (sorted.length === 0) return -1;
  if (sorted[0] !== 1) return (sorted[0] ?? 0) - 1;
  return sorted.find((number) => !sorted.includes(number + 1)) === sorted.at(-1)
    ? Number.MAX_SAFE_INTEGER
    : (sorted.find((number) => !sorted.includes(number + 1)) ?? 0) + 1;
}

function words(text: string): string {
  const plain = text.replace(/\s+/gu, "");
  return /^[>›»]{1,2}$/u.test(plain) ? plain : compactWords(plain) || plain;
}

function readKey(url: string): string {
  return canonicalizeAddress(url)?.key ?? url;
}

function readHost(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}
