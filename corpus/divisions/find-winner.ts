import type { Division } from "../division.ts";
import { evidenceSources } from "./agency-words.ts";
import type { Support } from "./collect-evidence.ts";

/** A place that a name may mean, with all that speaks for it. */
export interface Candidate {
  readonly division: Division;
  readonly support: readonly Support[];
}

/** The candidate that no other can stand against; `isContested` where something speaks for another one too. */
export interface Winner extends Candidate {
  readonly isContested: boolean;
}

/** How far one source's words carry a candidate against others, and how far they defend it. */
interface Standing {
  readonly claim: number;
  readonly defence: number;
}

const none: Standing = { claim: 0, defence: 0 };
/** A larger place is named: reports name foreign cities and provinces too, so that it wins against nothing else. */
const larger: Standing = { claim: 1, defence: 1 };
/** The nearest place above is a city or a province: defends as well as any nearest place. */
const nearest: Standing = { claim: 1, defence: 2 };
/** Reports seldom name a foreign county that holds a township of the same name. */
const county: Standing = { claim: 2, defence: 2 };
/** The county, and the city above it for itself (not as the beginning of a county's name). */
const countyAndCity: Standing = { claim: 2.5, defence: 2.5 };
const itself: Standing = { claim: 3, defence: 3 };

/**
 * The candidate that wins against every other: the best source that tells the two apart decides, unless another
 * source speaks more strongly for the loser. Places above both tell nothing. Null where none wins.
 */
export function findWinner(candidates: readonly Candidate[]): Winner | null {
  const [first, ...others] = candidates.filter(({ support }) => support.length > 0);
  if (!first) return null;
  const best = others.reduce((one, other) => (isAhead(other, one) ? other : one), first);
  const rivals = candidates.filter(({ division }) => division.code !== best.division.code);
  if (!rivals.every((rival) => isAhead(best, rival))) return null;
  return { ...best, isContested: rivals.some((rival) => listOwn(rival, best).length > 0) };
}

function isAhead(one: Candidate, other: Candidate): boolean {
  const standings = evidenceSources.map(({ key }) => ({
    own: readStanding(listOwn(one, other).filter(({ source }) => source.key === key)),
    rival: readStanding(listOwn(other, one).filter(({ source }) => source.key === key)),
  }));
  const decided = standings.find(
    ({ own, rival }) => own.claim > rival.defence || rival.claim > own.defence,
  );
  if (!decided || decided.own.claim <= decided.rival.defence) return false;
  const strongest = Math.max(...standings.map(({ rival }) => rival.defence));
  return strongest <= Math.max(...standings.map(({ own }) => own.defence));
}

/** The support of one candidate that is not support of the other too. */
function listOwn(one: Candidate, other: Candidate): readonly Support[] {
  return one.support.filter(
    ({ distance, place }) => distance === 0 || !other.division.code.startsWith(place.code),
  );
}

function readStanding(support: readonly Support[]): Standing {
  if (support.length === 0) return none;
  const at = (steps: number) => support.find(({ distance }) => distance === steps);
  if (at(0)) return itself;
  const parent = at(1);
  if (!parent?.isSure) return larger;
  if (parent.place.level !== "county") return nearest;
  return at(2)?.isWhole === true ? countyAndCity : county;
}
