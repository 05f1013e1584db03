import { CookieJar } from "tough-cookie";
import type { HeaderList } from "./exchange.ts";

const maxHosts = 2000;
const maxCookies = 50;
const maxCookieLength = 4096;
/** Longer headers are refused by common servers. */
const maxFieldLength = 8192;

/**
 * The cookies of each host while the client is open, as any visitor keeps them; none is ever sent to another host. The
 * hosts not seen for longest are forgotten, and what one host may leave is bounded.
 */
export class CookieJars {
  readonly #jars = new Map<string, CookieJar>();

  /** The `Cookie` field for an address, null where there is none. */
  async find(url: URL): Promise<string | null> {
    const jar = this.#jars.get(url.hostname);
    const cookies = (await jar?.getCookieString(url.href)) ?? "";
    return cookies === "" || cookies.length > maxFieldLength ? null : cookies;
  }

  /** Keeps what an answer sets. A cookie that makes no sense is left out. */
  async keep(url: URL, headers: HeaderList): Promise<void> {
    const given = headers.filter(
      ([name, value]) => name.toLowerCase() === "set-cookie" && value.length <= maxCookieLength,
    );
    if (given.length === 0) return;
    const jar = this.#open(url.hostname);
    for (const [, value] of given.slice(0, maxCookies))
      await jar.setCookie(value, url.href, { ignoreError: true });
    const { cookies } = await jar.serialize();
    if (cookies.length > maxCookies) this.#jars.delete(url.hostname);
  }

  #open(host: string): CookieJar {
    const jar =
      this.#jars.get(host) ??
      new CookieJar(undefined, { looseMode: true, allowSpecialUseDomain: true });
    this.#jars.delete(host);
    this.#jars.set(host, jar);
    const oldest = this.#jars.keys().next().value;
    if (this.#jars.size > maxHosts && oldest !== undefined) this.#jars.delete(oldest);
    return jar;
  }
}
