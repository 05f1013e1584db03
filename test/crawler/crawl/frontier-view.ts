import { z } from "zod";
import type { Store } from "../../../corpus/store/open-store.ts";
import { canonicalizeAddress } from "../../../crawler/links/canonicalize-address.ts";

/** What became of an address. */
export interface FrontierAddress {
  readonly url: string;
  readonly state: string;
  readonly failure: string | null;
  readonly digest: string | null;
  readonly render: string;
}

const requestSchema = z.object({ url: z.string() });

/** Every address that a crawl knows; those that lead to one page are found together. */
export class FrontierView {
  readonly #byKey = new Map<string, FrontierAddress[]>();

  static async load({ db }: Store): Promise<FrontierView> {
    const rows = await db
      .selectFrom("address")
      .select(["request", "state", "failure", "digest", "render"])
      .execute();
    const view = new FrontierView();
    for (const { request, ...row } of rows) {
      const { url } = requestSchema.parse(JSON.parse(request));
      const key = readKey(url);
      view.#byKey.set(key, [...(view.#byKey.get(key) ?? []), { url, ...row }]);
    }
    return view;
  }

  find(addresses: readonly string[]): readonly FrontierAddress[] {
    return [...new Set(addresses.map(readKey))].flatMap((key) => this.#byKey.get(key) ?? []);
  }
}

export function readKey(address: string): string {
  return canonicalizeAddress(address)?.key ?? address;
}
