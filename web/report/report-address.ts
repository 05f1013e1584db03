/** A version of a report; without a digest the current one. */
export interface VersionName {
  readonly id: string;
  readonly digest?: string | undefined;
}

/** `/reports/…`: a report, or one version of it. */
export function buildReportAddress({ id, digest }: VersionName): string {
  return `/reports/${id}${buildQuery({ digest })}`;
}

/** The page that shows a fact, by its key, in the archived original; the original as it is without one. */
export function buildOriginalAddress({ id, digest }: VersionName, fact?: string): string {
  return `/reports/${id}/original${buildQuery({ fact, digest })}`;
}

/** What that page has in its frame: the original, scrolled to the fact. */
export function buildViewAddress(
  { id, digest }: VersionName,
  { fact, page }: { readonly fact?: string | undefined; readonly page?: number | undefined } = {},
): string {
  const query = buildQuery({ digest, fact, page: page?.toString() });
  return `/reports/${id}/original/view${query}`;
}

/** The archived bytes as a file. */
export function buildDownloadAddress({ id, digest }: VersionName): string {
  return `/api/reports/${id}/original${buildQuery({ digest, download: "1" })}`;
}

/** What one version says otherwise than another. */
export function buildChangesAddress(
  id: string,
  versions: { readonly from: string; readonly to: string },
): string {
  return `/reports/${id}/changes${buildQuery(versions)}`;
}

function buildQuery(values: Readonly<Record<string, string | undefined>>): string {
  const known = Object.entries(values).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return known.length === 0 ? "" : `?${new URLSearchParams(known).toString()}`;
}
