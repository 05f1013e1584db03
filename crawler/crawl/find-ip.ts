import { isIP } from "node:net";
import type { HostRecord } from "../../corpus/frontier.ts";
import { isInsideNetwork } from "../http/inside-network.ts";
import { type HostResolver, orderAddresses } from "../http/resolve-host.ts";
import { parseHostNotes } from "./host-notes.ts";

/** Where the host will be reached; null where its name is not known, and for this machine, which nobody shares. */
export async function findIp(
  url: string,
  host: HostRecord,
  resolve: HostResolver,
): Promise<string | null> {
  const { hostname, port, protocol } = new URL(url);
  const name = hostname.replace(/^\[|\]$/gu, "");
  try {
    const found = await resolve(name, Number(port) || (protocol === "https:" ? 443 : 80));
    const [first] = orderAddresses(found, parseHostNotes(host).habits.family);
    if (first === undefined || isIP(first.address) === 0) return null;
    return isInsideNetwork(first.address) ? null : first.address;
  } catch {
    // The client will say what is wrong with the name.
    return null;
  }
}
