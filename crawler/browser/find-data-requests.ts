import type { PageRequest } from "../../corpus/address.ts";
import { decodePage } from "../http/decode-page.ts";
import { readJsonItems } from "../portals/read-json-items.ts";
import type { DataAnswer } from "./rendered.ts";

/** A list that can be read without a browser: how it is asked for, and how many links it lists. */
export interface DataRequest {
  readonly request: PageRequest;
  readonly items: number;
  /** Names in the address whose values look like keys given to one visit alone: they may not be good again. */
  readonly tokens: readonly string[];
}

/** Which of the data that a page asked for are lists of titles with addresses, the longest first. Pure. */
export function findDataRequests(answers: readonly DataAnswer[]): readonly DataRequest[] {
  return answers
    .map(({ request, fetched }) => {
      const value = parseData(decodePage(fetched).text);
      const items = value === null ? 0 : readJsonItems(value, fetched.url).length;
      return { request, items, tokens: findTokens(request.url) };
    })
    .filter(({ items }) => items > 0)
    .toSorted((one, other) => other.items - one.items);
}

/** JSON, or the data of a call with it (JSONP); null where it is neither. */
function parseData(text: string): unknown {
  const start = text.search(/[[{]/u);
  const end = Math.max(text.lastIndexOf("]"), text.lastIndexOf("}"));
  if (start === -1 || end < start || text.slice(0, start).includes("<")) return null;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return null;
  }
}

function findTokens(url: string): readonly string[] {
  return [...new URL(url).searchParams]
    .filter(
      ([name, value]) => /token|sign|nonce|timestamp|^(?:_|t|ts)$/iu.test(name) && value !== "",
    )
    .map(([name]) => name);
}
