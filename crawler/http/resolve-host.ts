import { lookup } from "node:dns/promises";

/** Where a host is reached. `port` is set only where a name is mapped to another port than the address says. */
export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
  readonly port?: number;
}

/** Finds all addresses of a host name; throws where there is none. `port` is the one that will be connected to. */
export type HostResolver = (host: string, port: number) => Promise<readonly HostAddress[]>;

/** Asks the system's resolver. A literal address is its own. Throws the errors of `node:dns`. */
export async function resolveHost(host: string): Promise<readonly HostAddress[]> {
  const found = await lookup(host, { all: true, order: "verbatim" });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

/**
 * The addresses in the order in which they are tried: at most two of each family, the remembered family first. IPv4
 * leads where nothing is known, since many portals publish an IPv6 address that answers nobody.
 */
export function orderAddresses(
  addresses: readonly HostAddress[],
  remembered: 4 | 6 | null,
): readonly HostAddress[] {
  const first = remembered ?? 4;
  const [preferred, others] = [true, false].map((isFirst) =>
    addresses.filter(({ family }) => (family === first) === isFirst).slice(0, 2),
  );
  return [...(preferred ?? []), ...(others ?? [])];
}
