const counts = [
  /(?:totalPages?|pageCount|countPage|contenpage|pageTotal|pages?Total|maxPage|total_page)["']?\s{0,5}[:=]\s{0,5}["']?(\d{1,5})/iu,
  /共\s{0,3}(?:<[^<>]{0,80}>\s{0,3})?(\d{1,5})\s{0,3}(?:<[^<>]{0,80}>\s{0,3})?页/u,
  /第\s{0,3}\d{1,5}\s{0,3}\/\s{0,3}(\d{1,5})\s{0,3}页/u,
  /(?<![\d/.-])\d{1,4}\s{0,2}\/\s{0,2}(\d{1,4})\s{0,2}页/u,
];

/** How many pages a list has by what it prints (`共5页`, `countPage = 5`), null where it does not say. */
export function readPageCount(text: string): number | null {
  for (const count of counts) {
    const found = count.exec(text)?.[1];
    if (found !== undefined) return Number(found);
  }
  return null;
}
