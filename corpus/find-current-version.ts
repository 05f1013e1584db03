/** A version as it is weighed: `facts` counts its cells that hold a number, `capturedAt` is ISO 8601 in UTC. */
export interface WeighedVersion {
  readonly id: number;
  readonly facts: number;
  readonly capturedAt: string;
}

/**
 * Where and when the words of a version were last met. `place` is an address by any name that is its own; `isOver` says
 * that the address is gone or tells something else now.
 */
export interface Sighting {
  readonly versionId: number;
  readonly place: string;
  readonly seenAt: string;
  readonly isOver: boolean;
}

/**
 * The version that holds now: of each place only what was last met there counts, and of several places the version with
 * the most numbers, then the newest. Places that no longer show the report count only where no other does. Null where
 * there is no version.
 */
export function findCurrentVersion(
  versions: readonly WeighedVersion[],
  sightings: readonly Sighting[],
): number | null {
  const last = keepLast(sightings);
  const live = last.filter(({ isOver }) => !isOver);
  const counting = new Set((live.length > 0 ? live : last).map(({ versionId }) => versionId));
  const best = versions.filter(({ id }) => counting.has(id)).toSorted(compareVersions);
  return best[0]?.id ?? null;
}

function keepLast(sightings: readonly Sighting[]): readonly Sighting[] {
  const last = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const other = last.get(sighting.place);
    if (other === undefined || compareSightings(sighting, other) < 0)
      last.set(sighting.place, sighting);
  }
  return [...last.values()];
}

/** The later one first. */
function compareSightings(a: Sighting, b: Sighting): number {
  return compareWords(b.seenAt, a.seenAt) || b.versionId - a.versionId;
}

/** The better one first. */
function compareVersions(a: WeighedVersion, b: WeighedVersion): number {
  return b.facts - a.facts || compareWords(b.capturedAt, a.capturedAt) || b.id - a.id;
}

function compareWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
