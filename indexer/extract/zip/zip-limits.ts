/**
 * What a ZIP may hold before it is taken for a bomb: bytes after inflating, files, folders within folders,
 * and how often an entry of at least `bigEntry` bytes may be larger than its compressed form. `read` is how many
 * bytes of it are read: pictures are not.
 */
export const zipLimits = {
  total: 200_000_000,
  read: 24_000_000,
  entries: 10_000,
  depth: 32,
  ratio: 200,
  bigEntry: 10_000_000,
} as const;
