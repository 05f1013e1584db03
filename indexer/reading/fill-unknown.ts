import { resolveAgency } from "../../corpus/divisions/resolve-agency.ts";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { findForm } from "../../corpus/forms/forms.ts";
import { auditReport } from "../audit/main.ts";
import { describePlaceDoubts, describeYearDoubts } from "../extract/describe-doubts.ts";

/** What the way to a content tells of it, the surest first; `from` are the words for readers of where that stands. */
export interface Clue<Value> {
  readonly value: Value;
  readonly from: string;
}

export interface Clues {
  readonly address: string;
  readonly agencies: readonly Clue<string>[];
  readonly years: readonly Clue<number>[];
  /** The code of the division whose reports are expected there; null where only a body is known. */
  readonly division: string | null;
}

/**
 * Fills in from the way to a content what it does not say itself: its year, its body, and the place of a body of which
 * it names none. What the content says stays as it is; what was filled in is told in its warnings.
 */
export function fillUnknown(
  extraction: Extraction,
  clues: Clues,
  gazetteer: Gazetteer,
): Extraction {
  const filled = fillPlace(
    fillAgency(fillYear(extraction, clues), clues, gazetteer),
    clues,
    gazetteer,
  );
  if (filled === extraction) return extraction;
  const form = filled.form === null ? null : findForm(filled.form);
  return { ...filled, findings: [...auditReport({ ...filled, form })] };
}

function fillYear(extraction: Extraction, { years }: Clues): Extraction {
  const [clue] = years;
  if (extraction.year !== null || clue === undefined) return extraction;
  const settled = describeYearDoubts(extraction);
  const dated = { ...extraction, year: clue.value };
  const others = extraction.warnings.filter((warning) => !settled.includes(warning));
  const note = `原文没有写明年度，按${clue.from}记为${clue.value}年。`;
  return { ...dated, warnings: [note, ...describeYearDoubts(dated), ...others] };
}

function fillAgency(extraction: Extraction, clues: Clues, gazetteer: Gazetteer): Extraction {
  if (extraction.agency !== null) return extraction;
  for (const { value, from } of clues.agencies) {
    const resolved = resolve(extraction, value, { clues, gazetteer });
    if (resolved.agency === null) continue;
    const note = `原文没有写明发布机关，按${from}记为${resolved.agency.name}。`;
    return settlePlace(extraction, resolved, note);
  }
  return extraction;
}

/** A body without a place is one of the place whose reports were looked for. */
function fillPlace(extraction: Extraction, clues: Clues, gazetteer: Gazetteer): Extraction {
  const { agency, division } = extraction;
  if (agency === null || division !== null || clues.division === null) return extraction;
  const resolved = resolve(extraction, agency.printed, { clues, gazetteer });
  if (resolved.division === null) return extraction;
  const path = resolved.division.path.join("");
  return settlePlace(extraction, resolved, `原文没有写明所属地区，按网站来源记为${path}。`);
}

function settlePlace(
  extraction: Extraction,
  resolved: ReturnType<typeof resolveAgency>,
  note: string,
): Extraction {
  const settled = describePlaceDoubts(extraction);
  const others = extraction.warnings.filter((warning) => !settled.includes(warning));
  return {
    ...extraction,
    ...resolved,
    warnings: [note, ...describePlaceDoubts(resolved), ...others],
  };
}

function resolve(
  extraction: Extraction,
  printed: string,
  { clues, gazetteer }: { readonly clues: Clues; readonly gazetteer: Gazetteer },
): ReturnType<typeof resolveAgency> {
  const place = clues.division === null ? undefined : gazetteer.get(clues.division);
  const words = {
    printed,
    title: null,
    issuer: null,
    siteName: place === undefined ? null : gazetteer.buildPath(place).path.join(""),
    breadcrumb: null,
    body: [extraction.preamble, ...extraction.sections.map(({ text }) => text)].join("\n"),
    address: clues.address,
  };
  return resolveAgency(words, gazetteer);
}
