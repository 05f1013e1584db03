import { isIP } from "node:net";

/** Whether an address lies on this machine or under the name that is reserved for tests (RFC 6761): nobody else is asked. */
export function isOwnHost(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const host = new URL(address).hostname.replace(/\.$/u, "");
  if (host === "localhost" || host.endsWith(".localhost") || host.endsWith(".test")) return true;
  return host === "[::1]" || (isIP(host) === 4 && host.startsWith("127."));
}
