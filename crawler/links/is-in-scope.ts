import type { Source } from "../../corpus/source.ts";
import { findRegisteredName } from "./find-registered-name.ts";
import { isNameOfParent } from "./shared-names.ts";

/** What tells which hosts are a source's; `division` may be left out where it is not known. */
export type Home = Pick<Source, "entry"> & Partial<Pick<Source, "division">>;

/**
 * Whether an address belongs to whom the source belongs to: all hosts under the registered name of its entry, on the
 * usual ports and the entry's own. Where that name belongs to the city or province above the source, the entry's host and
 * those under it are all. A bare IP address or local name is a scope of its own, with its port.
 */
export function isInScope(address: string, { entry, division = null }: Home): boolean {
  if (!URL.canParse(address) || !URL.canParse(fillPattern(entry))) return false;
  const [url, home] = [new URL(address), new URL(fillPattern(entry))];
  if (!/^https?:$/u.test(url.protocol)) return false;
  const name = findOwnName(home.hostname, division);
  if (name === null) return url.hostname === home.hostname && isSamePort(url, home);
  const host = url.hostname.replace(/\.+$/u, "");
  if (host !== name && !host.endsWith(`.${name}`)) return false;
  return isUsual(url.port) || url.port === home.port;
}

/** The name that all hosts of the source end with; null where there is none. */
function findOwnName(home: string, division: string | null): string | null {
  const name = findRegisteredName(home);
  if (name === null || division === null || !isNameOfParent(name, division)) return name;
  return home.replace(/^www\.|\.+$/gu, "");
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
