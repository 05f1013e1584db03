import { getDomain } from "tldts";

/** Suffixes that stand for gov.cn on the machines of tests and demos (RFC 6761 keeps `.test` free for that). */
const ownSuffixes = ["gov.test"];

/**
 * The name under which a host was registered, which tells whom it belongs to: `qinan.gov.cn` for `www.qinan.gov.cn`.
 * Null where there is none: bare IP addresses, single labels, suffixes.
 */
export function findRegisteredName(host: string): string | null {
  const name = host.toLowerCase().replace(/\.+$/u, "");
  const suffix = ownSuffixes.find((own) => name === own || name.endsWith(`.${own}`));
  if (suffix === undefined) return getDomain(name);
  const label = name
    .slice(0, -suffix.length - 1)
    .split(".")
    .at(-1);
  return label === undefined || label === "" ? null : `${label}.${suffix}`;
}
