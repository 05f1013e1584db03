import type { Division } from "../division.ts";
import { evidenceSources, type AgencyWords, type EvidenceSource } from "./agency-words.ts";
import { findPlaces, type Mention } from "./find-places.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { isNamedByHost, listHostLabels } from "./match-host.ts";
import { findStem } from "./short-names.ts";

/** What one source says: the places it names, and its words for names without their level (`民和政府网`). */
export interface Evidence {
  readonly source: EvidenceSource;
  readonly mentions: readonly Mention[];
  readonly text: string;
}

/**
 * A place that speaks for a candidate: one above it, or the candidate itself named within one. `distance` counts
 * the levels between them (0: itself). `isSure` is false for a name without its level; `isWhole` says that
 * the place is named for itself and not only as the beginning of a smaller one's name.
 */
export interface Support {
  readonly source: EvidenceSource;
  readonly place: Division;
  readonly words: string;
  readonly distance: number;
  readonly isSure: boolean;
  readonly isWhole: boolean;
}

export function collectEvidence(words: AgencyWords, gazetteer: Gazetteer): readonly Evidence[] {
  return evidenceSources.map((source) => {
    const text = (words[source.key] ?? "").replaceAll(/[ \t\u3000]/gu, "");
    return { source, text, mentions: source.key === "address" ? [] : findPlaces(text, gazetteer) };
  });
}

/** All that speaks for one candidate, the best source and the nearest place first. Each counts once in a source. */
export function listSupport(
  candidate: Division,
  evidence: readonly Evidence[],
  gazetteer: Gazetteer,
): readonly Support[] {
  const path = [...gazetteer.path(candidate.code)].reverse();
  return evidence
    .flatMap((piece) =>
      path.flatMap((place, distance) => findSupport({ place, distance }, piece) ?? []),
    )
    .sort((one, other) => weigh(other) - weigh(one));
}

function weigh({ source, distance, isSure }: Support): number {
  return (source.weight * (isSure ? 2 : 1)) / (distance + 1);
}

function findSupport(
  { place, distance }: Pick<Support, "place" | "distance">,
  { source, mentions, text }: Evidence,
): Support | null {
  const named = { source, place, distance, isSure: true, isWhole: true };
  const own = mentions.filter(({ divisions }) => divisions.some(({ code }) => code === place.code));
  if (distance === 0) {
    const only = own.find(({ divisions }) => divisions.length === 1);
    return only ? { ...named, words: only.chain } : null;
  }
  const [mention] = own;
  if (mention) {
    return { ...named, words: mention.words, isWhole: own.some(({ isWhole }) => isWhole) };
  }
  if (source.key === "address")
    return isNamedByHost(listHostLabels(text), place.name) ? { ...named, words: text } : null;
  const stem = findStem(place.name);
  const isNamed = source.key !== "body" && stem.length > 1 && isStemNamed(text, stem);
  return isNamed ? { ...named, words: stem, isSure: false } : null;
}

/** `民和政府网`, `中国民和`: the name without its level, at the start of words and not as a part of a longer place. */
function isStemNamed(text: string, stem: string): boolean {
  const at = text.indexOf(stem);
  if (at === -1) return false;
  const isStart = at === 0 || /[^\p{Script=Han}]|[省市州国]/u.test(text.charAt(at - 1));
  return isStart && !/^[省市县区州盟旗镇乡村路街]/u.test(text.slice(at + stem.length));
}

/** The first place named by the title, the metadata or the portal that can neither hold the candidate nor lie in it. */
export function findContradiction(
  candidate: Division,
  evidence: readonly Evidence[],
): string | null {
  for (const { source, mentions } of evidence) {
    if (!source.contradicts || mentions.length === 0) continue;
    const agrees = ({ code }: Division) =>
      code.startsWith(candidate.code) || candidate.code.startsWith(code);
    if (!mentions.some(({ divisions }) => divisions.some(agrees)))
      return `${source.label}：${mentions[0]?.words ?? ""}`;
  }
  return null;
}
