import type { Agency, AgencyKind } from "../agency.ts";
import type { Division } from "../division.ts";

/**
 * A body in its parts: `place` the name of its own place without parents (null where none is known),
 * `division` that place or, where it is undecided, one of those that it may be; `rest` what follows it.
 */
export interface AgencyParts {
  readonly prefix: string;
  readonly place: string | null;
  readonly division: Division | null;
  readonly rest: string;
}

/** Short wordings of bodies and their full ones. */
const fullWordings: readonly (readonly [RegExp, string])[] = [
  [/^(?:政府办公室|政府办|人民政府办|府办)$/u, "人民政府办公室"],
  [/^政府办公厅$/u, "人民政府办公厅"],
  [/^政府$/u, "人民政府"],
  [/行署$/u, "行政公署"],
  [/管委会/u, "管理委员会"],
  [/街道办$/u, "街道办事处"],
];

const zoneWords =
  "开发区|园区|工业园|产业园|科技园|示范区|度假区|保税区|保税港区|高新区|经开区|新区|管理区|合作区|试验区|景区|名胜区|新城";
const zone = new RegExp(`(?:${zoneWords})$`, "u");
/** County codes of zones that the statistics list beside real counties. */
const zoneCounty = /^\d{4}7[1-9]$/u;
const impliesGovernment = /.[镇乡]$|苏木$|[县旗]$|.[市州区]$/u;

/** From the end of a name to its kind, tried in this order; any other name is of the kind `other`. */
const kinds: readonly (readonly [RegExp, AgencyKind])[] = [
  [/(?:人民政府|行政公署|行政委员会)$/u, "government"],
  [/(?:街道|地区)办事处$/u, "subdistrict"],
  [new RegExp(`(?:${zoneWords})(?:管理委员会)?$`, "u"), "zone"],
  [/(?:公司|集团|学校|大学|学院|中学|小学|幼儿园|医院|卫生院|协会|联合会|联社)$/u, "other"],
  [/(?:[局委办厅署院所队站处室部社馆科行]|委员会|中心)$/u, "department"],
];

/**
 * A body's own full name without its parents, and its kind: a county, town or township alone means its
 * 人民政府, a 街道 its 街道办事处, a zone its 管理委员会. Null where no name is left.
 */
export function nameAgency(parts: AgencyParts, printed: string): Agency | null {
  const name = parts.prefix + buildName(parts);
  if (name === "") return null;
  const kind = kinds.find(([end]) => end.test(name))?.[1] ?? "other";
  return { name, printed: printed.trim(), kind };
}

function buildName({ place, division, rest }: AgencyParts): string {
  const wording = fullWordings.reduce((text, [short, full]) => text.replace(short, full), rest);
  if (place === null) return wording === "" ? "" : wording + completePlace(wording, division);
  if (place.endsWith("街道") && /^(?:办事处|人民政府|办)?$/u.test(wording)) return `${place}办事处`;
  return wording === "" ? place + completePlace(place, division) : place + wording;
}

/** The body that a place's name alone means: what to append to it. */
function completePlace(place: string, division: Division | null): string {
  if (place.endsWith("街道")) return "办事处";
  if (place.endsWith("地区"))
    return division?.level === "city" || division?.level === "province" ? "行政公署" : "办事处";
  if (place.endsWith("盟")) return "行政公署";
  const isCounty = division?.level === "county" || division?.level === "city";
  if (isCounty ? zoneCounty.test(division.code) : zone.test(place)) return "管理委员会";
  return division?.level === "province" || impliesGovernment.test(place) ? "人民政府" : "";
}
