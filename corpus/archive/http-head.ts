import type { WireExchange } from "./wire-exchange.ts";

/** What a field is called where the body beside it no longer lies as it says. */
const setAside = "X-Archive-Orig-";

/** The request line and the fields as they were sent, with the empty line behind them. */
export function buildRequestHead({ request }: WireExchange): Uint8Array {
  const { method, target, headers } = request;
  return encodeHead(`${method} ${target} HTTP/1.1`, headers);
}

/**
 * The status line and the fields as they came, with the empty line behind them. `Transfer-Encoding` is set aside as
 * `X-Archive-Orig-Transfer-Encoding`, since the body is kept without it, and so is a `Content-Encoding` that the body
 * does not have (`coded` false): else every reader would undo what is not there.
 */
export function buildResponseHead({ response }: WireExchange, coded: boolean): Uint8Array {
  const { status, statusText, httpVersion, headers } = response;
  const version = /\d(\.\d)?/u.exec(httpVersion)?.[0] ?? "1.1";
  const kept = headers.map(([name, value]): readonly [string, string] => {
    const field = name.toLowerCase();
    const isAway = field === "transfer-encoding" || (field === "content-encoding" && !coded);
    return [isAway ? `${setAside}${name}` : name, value];
  });
  return encodeHead(`HTTP/${version} ${status} ${statusText}`, kept);
}

/** Readers of WARC, warcio among them, take the body for the head where there is no field at all. */
const noFields = [["X-Archive-Note", "no field was received"]] as const;

function encodeHead(line: string, fields: WireExchange["response"]["headers"]): Uint8Array {
  const all = fields.length === 0 ? noFields : fields;
  const lines = [line, ...all.map(([name, value]) => `${name}: ${value}`)];
  const text = `${lines.map(keepOneLine).join("\r\n")}\r\n\r\n`;
  return Buffer.from(text, isLatin(text) ? "latin1" : "utf8");
}

/** A line break within a field would begin another. */
function keepOneLine(line: string): string {
  return line.replaceAll(/[\r\n\0]+/gu, " ");
}

function isLatin(text: string): boolean {
  // oxlint-disable-next-line eslint/no-control-regex -- every single byte, control characters among them
  return /^[\u0000-\u00ff]*$/u.test(text);
}
