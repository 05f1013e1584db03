import { relations } from "../../corpus/likeness/copied.ts";
import { isCopied, type SectionMatch } from "../../corpus/likeness/likeness.ts";
import { buildReportAddress } from "./report-address.ts";
import { buildShareText, measureNote } from "./share-text.ts";

/** Whose text a section repeats, the nearest of other agencies and of other years, each with a link to it. */
export function SectionLikeness({ matches }: { readonly matches: readonly SectionMatch[] }) {
  const nearest = relations.flatMap(
    (relation) => matches.find((match) => match.relation === relation && isCopied(match)) ?? [],
  );
  if (nearest.length === 0) return null;
  return (
    <p class="section-likeness muted" title={measureNote}>
      本节文字
      {nearest.map((match, i) => (
        <>
          {i > 0 && "，"}与
          <a href={`${buildReportAddress({ id: match.reportId })}#s${match.position}`}>
            {match.relation === "year" ? "本机关" : match.agency}
            {match.year}年度报告
          </a>
          相同 {buildShareText(match.share)}
        </>
      ))}
    </p>
  );
}
