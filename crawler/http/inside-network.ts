import { BlockList, isIPv6 } from "node:net";

/** Loopback, private, shared, link-local, documentation, multicast and reserved ranges (RFC 6890 and its registries). */
const insideV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
] as const;

/** Only 2000::/3 is given out, and within it Teredo, documentation and 6to4 lead elsewhere. */
const insideV6 = [
  "::/3",
  "4000::/2",
  "8000::/1",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
] as const;

/** Whether an IP address lies within this machine or network, or is none: such are fetched for nobody. */
export function isInsideNetwork(address: string): boolean {
  const bare = address.replace(/%.*$/u, "");
  const embedded = findEmbedded(bare);
  if (embedded !== null) return isInsideNetwork(embedded);
  return isIPv6(bare) ? buildList(insideV6, "ipv6").check(bare, "ipv6") : isInsideV4(bare);
}

function isInsideV4(address: string): boolean {
  const octets = address.split(".").map(Number);
  const isAddress =
    octets.length === 4 && octets.every((octet) => Number.isInteger(octet) && octet < 256);
  return !isAddress || buildList(insideV4, "ipv4").check(address, "ipv4");
}

/** The IPv4 address that an IPv6 one stands for: mapped (::ffff:0:0/96) or through NAT64 (64:ff9b::/96), else null. */
function findEmbedded(address: string): string | null {
  if (!isIPv6(address)) return null;
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const match = /^(?:::ffff|64:ff9b:):([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u.exec(canonical);
  if (!match) return null;
  const [high, low] = [match[1], match[2]].map((part) => Number.parseInt(part ?? "", 16));
  return [(high ?? 0) >> 8, (high ?? 0) & 255, (low ?? 0) >> 8, (low ?? 0) & 255].join(".");
}

function buildList(ranges: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = "", prefix = ""] = range.split("/");
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}
