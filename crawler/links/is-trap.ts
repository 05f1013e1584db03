const bounds = { address: 2_000, folders: 20, parameters: 25, sameFolder: 3, parameterRepeats: 3 };
const calendarWords = /calendar|rili|wannianli|schedule|richeng/iu;
const dayKeys = /^(?:date|day|riqi|ymd|selectdate|d)$/iu;
const monthKeys = /^(?:month|m|yue|yearmonth|ym)$/iu;
const yearKeys = /^(?:year|y|nian)$/iu;
const searchPath = /\/(?:[a-z_]*search[a-z_]*|so|query|jiansuo|sousuo)(?:\.\w{2,5}|\/)?$/iu;
const searchKeys = /^(?:q|kw|wd|word|keywords?|searchwords?|searchtext|query|qt|sword|tag)$/iu;
/** Searches that adapters ask for themselves. */
const ownSearches = /\/igs\/front\/search|_isJson=true|\/module\/xxgk\/search\.jsp/iu;

/** Whether an address belongs to an endless series: calendars, searches, paths that grow by the page. */
export function isTrap(address: string): boolean {
  if (address.length > bounds.address) return true;
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const folders = url.pathname.split("/").filter((name) => name !== "");
  if (folders.length > bounds.folders || repeats(folders)) return true;
  const keys = [...url.searchParams.keys()];
  if (
    keys.length > bounds.parameters ||
    keys.length - new Set(keys).size >= bounds.parameterRepeats
  )
    return true;
  return isCalendar(url, keys) || isEndlessSearch(url, keys);
}

/** One folder three times over, or a run of folders three times in a row. */
function repeats(folders: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const name of folders) counts.set(name, (counts.get(name) ?? 0) + 1);
  // Years and other numbers come again: /2024/art/2024/1/1/.
  for (const [name, count] of counts)
    if (count > bounds.sameFolder || (count === bounds.sameFolder && !/^\d+$/u.test(name)))
      return true;
  return false;
}

function isCalendar(url: URL, keys: readonly string[]): boolean {
  const hasMonth = keys.some((key) => monthKeys.test(key));
  if (hasMonth && keys.some((key) => yearKeys.test(key) || dayKeys.test(key))) return true;
  const hasDay = keys.some(
    (key) => dayKeys.test(key) && /^\d{4}-?\d{1,2}/u.test(url.searchParams.get(key) ?? ""),
  );
  if (hasDay) return true;
  return (
    calendarWords.test(url.pathname) &&
    (hasMonth || /\d{4}[-/]?\d{1,2}/u.test(url.pathname + url.search))
  );
}

function isEndlessSearch(url: URL, keys: readonly string[]): boolean {
  if (ownSearches.test(url.href)) return false;
  return searchPath.test(url.pathname) && keys.some((key) => searchKeys.test(key));
}
