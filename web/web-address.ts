/** The address if a browser may be sent there (http or https), else null: addresses come from crawled pages. */
export function findWebAddress(address: string | null): URL | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "http:" || url.protocol === "https:" ? url : null;
}
