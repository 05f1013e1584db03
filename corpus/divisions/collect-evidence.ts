import type { Division } from "../division.ts";
import { evidenceSources, type AgencyWords, type EvidenceSource } from "./agency-words.ts";
import { findPlaces } from "./find-places.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { isNamedByHost, listHostLabels } from "./match-host.ts";
import { findStem } from "./short-names.ts";

/** What one source says: the places it names, and its words for names without their level (`民和政府网`). */
export interface Evidence {
  readonly source: EvidenceSource;
  readonly mentions: readonly { readonly divisions: readonly Division[]; readonly words: string }[];
  readonly text: string;
}

/** A larger place that speaks for a candidate: the strength counts its level and its source. */
export interface Support {
  readonly source: EvidenceSource;
  readonly words: string;
  readonly strength: number;
}

const strengthByLevel = { province: 1, city: 2, county: 3, township: 0 } as const;

export function collectEvidence(words: AgencyWords, gazetteer: Gazetteer): readonly Evidence[] {
  return evidenceSources.map((source) => {
    const text = (words[source.key] ?? "").replaceAll(/[ \t\u3000]/gu, "");
    return { source, text, mentions: source.key === "address" ? [] : findPlaces(text, gazetteer) };
  });
}

/** All that speaks for one candidate, the strongest first. A place above it counts once in each source. */
export function listSupport(
  candidate: Division,
  evidence: readonly Evidence[],
  gazetteer: Gazetteer,
): readonly Support[] {
  const above = gazetteer.path(candidate.code).slice(0, -1);
  return evidence
    .flatMap((piece) => above.flatMap((place) => findSupport(place, piece) ?? []))
    .sort((one, other) => other.strength - one.strength);
}

function findSupport(place: Division, { source, mentions, text }: Evidence): Support | null {
  const full = source.weight * strengthByLevel[place.level];
  const mention = mentions.find(({ divisions }) =>
    divisions.some(({ code }) => code === place.code),
  );
  if (mention) return { source, words: mention.words, strength: full };
  if (source.key === "address")
    return isNamedByHost(listHostLabels(text), place.name)
      ? { source, words: text, strength: full }
      : null;
  const stem = findStem(place.name);
  const isNamed = source.key !== "body" && stem.length > 1 && isStemNamed(text, stem);
  return isNamed ? { source, words: stem, strength: full / 2 } : null;
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
