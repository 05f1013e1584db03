import type { Agency } from "../../../corpus/agency.ts";

const offices =
  "局|委员会|委|办公[室厅]|[府委政]办|中心|大队|支队|管委会|镇|乡|街道(?:办事处)?|苏木|(?:人民)?政府";
// Every alternative is one token that no other is made of: a text is split in one way only.
const adverbs = String.raw`(?:全年|年内|本年度?|20\d{2}年度?|共计?|累计|合计|总计|分别|均|都|也|已|从未|未|没有|依法|曾|有|[,\s])*`;
const verbs = "收到|受理|接收|接到|新收|办理|办结|答复|处理|发生|制发|制定|出台|作出|实施";
const acts = `(?=${adverbs}(?:${verbs}))`;
const own = "[我本该](?:[省市县区旗州盟镇乡局委办院厅处级]|街道|单位|中心|机关)(?:人民)?(?:政府)?";
const notice = "统一|部署|率先|前列|先进|优秀|考核|评比|唯一|第";
const named = new RegExp(
  [
    `${own}${acts}`,
    `(?<area>全(?:[省市县区旗州盟镇乡]|街道))(?!${notice})`,
    `(?<body>(?:(?![我本该全各年度])[\\u4e00-\\u9fff]){1,14}?(?:${offices}))${acts}`,
  ].join("|"),
  "gu",
);

/**
 * For whom a number counts, by the words before it: the area (`全县`) or the body (`县林业局`) that is named last,
 * null where none is or the writer says 我 or 本.
 */
export function findCountedBody(words: string): string | null {
  const last = [...words.matchAll(named)].at(-1)?.groups;
  return last?.["area"] ?? last?.["body"] ?? null;
}

const leastShared = 3;
const seat = /(?:人民)?政府$/u;

/** Whether that is the body which reports, as far as its name tells; an unknown one is never. */
export function isOwnBody(counted: string, agency: Pick<Agency, "name" | "kind"> | null): boolean {
  if (agency === null) return false;
  const name = agency.name.replace(/(?:人民政府|管理委员会|管委会|办事处)$/u, "");
  const isDepartment = agency.kind === "department";
  if (counted.startsWith("全")) return !isDepartment && name.endsWith(counted.slice(1));
  if (seat.test(counted)) {
    return !isDepartment && sharesEnd(counted.replace(seat, ""), name);
  }
  return sharesEnd(counted, name) || sharesEnd(counted, agency.name);
}

/** Whether the names end alike, as far as the shorter goes: 县林业局 and 云岫县林业局. */
function sharesEnd(one: string, other: string): boolean {
  const length = Math.min(leastShared, one.length, other.length);
  return length === 0 || one.slice(-length) === other.slice(-length);
}
