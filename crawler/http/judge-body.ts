import { Buffer } from "node:buffer";
import type { Fetched } from "./exchange.ts";
import { buildFailure, type FetchFailed } from "./fetch-failed.ts";
import type { BodyFault } from "./response-parser.ts";

/**
 * The failure that an incomplete body means, null where it is an answer: whole, whole by its own end although another
 * length was declared, or broken off where the caller accepts that. What unfolds to too much is never accepted.
 */
export function judgeBody(
  fetched: Fetched,
  fault: BodyFault | null,
  acceptsCutOff: boolean,
): FetchFailed | null {
  const { cutOff } = fetched.exchanges.at(-1)?.response ?? { cutOff: null };
  if (cutOff === null) return null;
  const failure = fault?.failure ?? "bad-response";
  if (failure !== "too-large" && (acceptsCutOff || isWhole(fetched))) return null;
  return buildFailure(failure, `${fetched.url} is not whole: ${cutOff}.`, { fetched });
}

const ends: Readonly<Record<string, RegExp>> = {
  "text/html": /<\/html\s{0,9}>\s{0,99}(?:<!--[^]{0,400}?-->\s{0,99}){0,3}$/iu,
  "application/pdf": /%%EOF\s{0,9}$/u,
};

/** Whether a file ends as one of its kind does. Many a declared length counts characters, or the file before packing. */
function isWhole({ mediaType, content }: Fetched): boolean {
  if (mediaType === "application/json") return canParse(Buffer.from(content).toString("utf8"));
  return ends[mediaType]?.test(Buffer.from(content.subarray(-1000)).toString("latin1")) ?? false;
}

function canParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
