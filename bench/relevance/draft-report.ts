import { buildAgencyId, buildReportId } from "../../corpus/report.ts";
import type { FormId } from "../../corpus/forms/form.ts";
import type { SectionKind } from "../../corpus/section.ts";
import type { Random } from "../../demo/generator/random.ts";
import { boilerplate, earlierHeadings, unifiedHeadings } from "./boilerplate.ts";
import type { TopicRole } from "./judged-section.ts";
import type { Body } from "./list-bodies.ts";

/** A section while things are planted in it. `wrapped` ones are broken into short lines, as some portals print them. */
export interface DraftSection {
  readonly kind: SectionKind;
  heading: string;
  readonly paragraphs: string[];
  readonly topics: Map<string, TopicRole>;
  readonly mentions: Set<string>;
  readonly wrapped: boolean;
}

export interface DraftReport {
  readonly id: string;
  readonly agencyId: string;
  readonly body: Body;
  readonly year: number;
  readonly form: FormId;
  readonly title: string;
  readonly facts: Readonly<Record<string, number>>;
  readonly sections: readonly DraftSection[];
}

/** A report of shared sentences only, with the numbers of its tables. */
export function draftReport(body: Body, year: number, random: Random): DraftReport {
  const form = year >= 2021 ? "2021" : year >= 2019 ? "2019" : "2014";
  const headings = form === "2014" ? earlierHeadings : unifiedHeadings;
  const code = body.path.at(-1)?.code ?? "0";
  const agencyId = buildAgencyId({ name: body.agency }, { code, path: [] });
  const isLong = body.kind === "department" || random.happens(0.5);
  const name = isLong ? body.printed : body.printed.replace(/人民政府$|办事处$/u, "");
  const title = random.happens(0.8)
    ? `${name}${year}年政府信息公开工作年度报告`
    : `${name}关于${year}年度政府信息公开情况的报告`;
  return {
    id: buildReportId(agencyId, year),
    agencyId,
    body,
    year,
    form,
    title,
    facts: form === "2014" ? {} : buildFacts(random),
    sections: headings.map(([kind, heading]) => ({
      kind,
      heading,
      paragraphs: listParagraphs({ kind, name, year }, random),
      topics: new Map(),
      mentions: new Set(),
      wrapped: random.happens(0.06),
    })),
  };
}

function buildFacts(random: Random): Readonly<Record<string, number>> {
  const received = random.happens(0.1) ? 100 + random.below(300) : random.below(60);
  return {
    "requests.newReceived.total": received,
    "requests.granted.total": random.below(received + 1),
    "disputes.review.total": random.happens(0.2) ? 1 + random.below(12) : 0,
    "disclosure.penalties.decisions": random.below(900),
  };
}

interface Prose {
  readonly kind: SectionKind;
  readonly name: string;
  readonly year: number;
}

function listParagraphs({ kind, name, year }: Prose, random: Random): string[] {
  const sentences = boilerplate[kind] ?? [];
  const kept = sentences.filter(() => random.happens(0.7));
  const chosen = kept.length > 0 ? kept : sentences.slice(0, 1);
  return chosen.map((sentence) =>
    sentence
      .replaceAll("#", () => String(random.below(2000)))
      .replaceAll("@", name)
      .replaceAll("~", String(year)),
  );
}
