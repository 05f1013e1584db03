import { Buffer } from "node:buffer";
import { decodePage } from "../http/decode-page.ts";
import type { Fetched, HeaderList } from "../http/exchange.ts";

/** What the browser is told as the answer to a request. */
export interface Fulfilment {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** Fields that speak of the connection, of the bytes before their coding was undone, or of later visits. */
const left =
  /^(?:content-(?:encoding|length|disposition)|transfer-encoding|connection|keep-alive|strict-transport-security|alt-svc|refresh|link|report-to|nel|x-content-type-options)$/u;

/**
 * The answer of a host as the browser takes it. Documents and scripts without a charset of their own become UTF-8, so
 * that they are read as the rest of the crawler reads them; data stays as it came.
 */
export function buildFulfilment(fetched: Fetched, resourceType: string): Fulfilment {
  const { status, headers, content } = fetched;
  const { response } = fetched.exchanges.at(-1) ?? fetched.exchanges[0];
  const fields = buildFields(response.headers);
  const type = headers["content-type"] ?? "";
  if (resourceType === "document")
    return buildText(fetched, { ...fields, "content-type": "text/html; charset=utf-8" });
  if (resourceType === "script" && !/charset\s{0,9}=/iu.test(type))
    return buildText(fetched, { ...fields, "content-type": "text/javascript; charset=utf-8" });
  const body = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return { status, headers: fields, body };
}

function buildText(fetched: Fetched, headers: Record<string, string>): Fulfilment {
  return { status: fetched.status, headers, body: Buffer.from(decodePage(fetched).text, "utf8") };
}

/** By lower-case name; cookies on lines of their own, as playwright wants them. */
function buildFields(list: HeaderList): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [given, value] of list) {
    const name = given.toLowerCase();
    if (left.test(name) || !/^[\w-]{1,100}$/u.test(name) || !/^[\t -~]*$/u.test(value)) continue;
    const before = fields[name];
    const joint = name === "set-cookie" ? "\n" : ", ";
    fields[name] = before === undefined ? value : `${before}${joint}${value}`;
  }
  return fields;
}
