import type { PortalAddress } from "../start-portals.ts";

/** The addresses at this moment; undefined while the host is where all portals are. */
export type AddressFinder = () => readonly PortalAddress[] | undefined;

/** Addresses by `host:port`, found anew each time they are asked for: some change with the hour. */
export class ListenerAddresses extends Map<string, readonly PortalAddress[]> {
  readonly #finders: ReadonlyMap<string, AddressFinder>;

  constructor(finders: ReadonlyMap<string, AddressFinder>) {
    super();
    this.#finders = finders;
  }

  override get(key: string): readonly PortalAddress[] | undefined {
    return this.#finders.get(key)?.();
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}
