import { Buffer } from "node:buffer";
import { type Content, undoContentCoding } from "./content-coding.ts";
import { detectPageType } from "./detect-page-type.ts";
import type { Exchange, Fetched, HeaderList, HostHabits } from "./exchange.ts";
import type { BodyFault } from "./response-parser.ts";

/** What is known beside the exchange: the hops before it, and what broke its body, null where nothing did. */
interface Circumstances {
  readonly before: readonly Exchange[];
  readonly fault: BodyFault | null;
  readonly habits: HostHabits;
  readonly movedTo: string | null;
  readonly maxContentBytes: number;
}

export interface ReadAnswer {
  readonly fetched: Fetched;
  readonly exchange: Exchange;
  readonly fault: BodyFault | null;
}

/** Reads what an exchange brought: its content without coding, what it is, and what is missing of it. */
export async function readFetched(
  received: Exchange,
  { before, fault: broken, habits, movedTo, maxContentBytes }: Circumstances,
): Promise<ReadAnswer> {
  const { response, url } = received;
  const headers = readHeaders(response.headers);
  const { buffer, byteOffset, length } = response.body;
  const body = Buffer.from(buffer, byteOffset, length);
  const content = await undoContentCoding({ body, headers, url, maxBytes: maxContentBytes });
  const fault = broken ?? findContentFault(content, maxContentBytes);
  const exchange = { ...received, response: { ...response, cutOff: fault?.words ?? null } };
  const [first = exchange, ...rest] = before.concat(exchange);
  const { mediaType, charset } = detectPageType(content.bytes, headers["content-type"] ?? null);
  const answer = { url, status: response.status, headers, content: content.bytes };
  const fetched = { ...answer, mediaType, charset, movedTo, habits };
  return { fetched: { exchanges: [first, ...rest], ...fetched }, exchange, fault };
}

/** Fields by lower-case name, repeated ones joined by commas. */
function readHeaders(list: HeaderList): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  for (const [name, value] of list) {
    const key = name.toLowerCase();
    const before = fields.get(key);
    fields.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(fields);
}

function findContentFault({ fault }: Content, maxBytes: number): BodyFault | null {
  if (fault === null) return null;
  if (fault === "too-large")
    return { failure: "too-large", words: `it unfolds to more than ${maxBytes} bytes` };
  const words = fault === "broken" ? "its compression is damaged" : "its compression breaks off";
  return { failure: "bad-response", words };
}
