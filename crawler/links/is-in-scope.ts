import type { Source } from "../../corpus/source.ts";
import { findRegisteredName } from "./find-registered-name.ts";

/**
 * Whether an address belongs to whom the source belongs to: all hosts under the registered name of its entry, on the
 * usual ports and the entry's own. A bare IP address or local name is a scope of its own, with its port.
 */
export function isInScope(address: string, { entry }: Pick<Source, "entry">): boolean {
  if (!URL.canParse(address) || !URL.canParse(fillPattern(entry))) return false;
  const [url, home] = [new URL(address), new URL(fillPattern(entry))];
  if (!/^https?:$/u.test(url.protocol)) return false;
  const name = findRegisteredName(home.hostname);
  if (name === null) return url.hostname === home.hostname && isSamePort(url, home);
  if (findRegisteredName(url.hostname) !== name) return false;
  return isUsual(url.port) || url.port === home.port;
}

/** HTTP and HTTPS on their usual ports are one place. */
function isSamePort(url: URL, home: URL): boolean {
  return url.port === home.port || (isUsual(url.port) && isUsual(home.port));
}

function isUsual(port: string): boolean {
  return port === "" || port === "80" || port === "443";
}

/** The entry of a pattern as an address: its braces stand in the path. */
function fillPattern(entry: string): string {
  return entry.replace(/[{}|]/gu, "");
}
