import { buildFactKey } from "../../../corpus/fact.ts";
import type { Finding } from "../../../corpus/finding.ts";
import type { ReportReading } from "../audit-rule.ts";

type Power = "has" | "lacks" | "unknown";

/**
 * L-a: only the governments of provinces and of cities with districts make 规章 (立法法 article 93). Another body
 * that counts some has most likely counted its own rules of work.
 */
export function checkLawmaking(reading: ReportReading): readonly Finding[] {
  const facts = reading.table.listFacts("disclosure").filter(({ row }) => row === "rules");
  if (facts.length === 0) return [];
  const counted = facts.filter(({ value }) => value !== null && value > 0);
  const power = findPower(reading);
  const name = reading.agency?.name ?? "本机关";
  const [verdict, message] = judge({ power, name, counted: counted.length });
  const most = counted.length === 0 ? 0 : Math.max(...counted.map(({ value }) => value ?? 0));
  return [
    {
      rule: "L-a",
      verdict,
      message,
      expected: power === "lacks" ? 0 : null,
      actual: most,
      facts: (counted.length > 0 ? counted : facts).map(buildFactKey),
    },
  ];
}

function judge(state: {
  readonly power: Power;
  readonly name: string;
  readonly counted: number;
}): readonly [Finding["verdict"], string] {
  const { power, name, counted } = state;
  if (counted === 0) return ["holds", "规章：没有填报规章，相符"];
  if (power === "has") return ["holds", `规章：${name}有权制定规章，相符`];
  if (power === "unknown") return ["cannotTell", `规章：不知道${name}是否有权制定规章，无法判断`];
  return [
    "fails",
    `规章：${name}没有规章制定权，这里应为 0；是否把内部规章制度或上级规章算了进来，不符`,
  ];
}

function findPower({ agency, level }: ReportReading): Power {
  if (agency === null || agency.kind === "other") return "unknown";
  if (agency.kind === "subdistrict" || level === "township" || level === "county") return "lacks";
  if (level === null) return "unknown";
  return agency.kind === "government" ? "has" : "lacks";
}
