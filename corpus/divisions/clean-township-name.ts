const township = "(?:街道|镇|乡|苏木)";

/** The code list's wordings for one and the same kind of place, and what they mean, tried in this order. */
const rewritings: readonly (readonly [RegExp, string])[] = [
  [/办事处街道$/u, "街道"],
  [/办事处乡$/u, "办事处"],
  [/街道(?:办事处|服务中心|筹备处|筹备组|地区|片区)$/u, "街道"],
  [/(?:特殊乡镇|特殊街道|直属乡镇|(?:管理委员会|管委会)街道)$/u, ""],
  [new RegExp(`^[^（）]+（([^（）]{2,}${township})）$`, "u"), "$1"],
  [new RegExp(`^（[^（）]+）([^（）]{2,}${township})$`, "u"), "$1"],
  [new RegExp(`(${township})（[^（）]+）$`, "u"), "$1"],
  [new RegExp(`^[^-]+-([^-]{2,}${township})$`, "u"), "$1"],
  [new RegExp(`^.*(?:开发区|高新区|产业园区|工业园区|科技新城)(.{2,}${township})$`, "u"), "$1"],
];

const ownTownship = new RegExp(`^(?:人民政府)?(.+${township})$`, "u");

/**
 * The name of a township as its own government prints it: `四平市铁东区平东街道` under 铁东区 of 四平市 is
 * `平东街道`, `柏泉办事处街道` is `柏泉街道`. `ancestors` are the names above it, nearest first.
 */
export function cleanTownshipName(printed: string, ancestors: readonly string[]): string {
  let name = printed.replaceAll(/\s/gu, "");
  for (const [pattern, replacement] of rewritings) name = name.replace(pattern, replacement);
  for (const ancestor of [...ancestors].reverse()) name = dropAncestor(name, ancestor);
  return name;
}

function dropAncestor(name: string, ancestor: string): string {
  if (!name.startsWith(ancestor)) return name;
  const rest = ownTownship.exec(name.slice(ancestor.length))?.[1];
  return rest === undefined || rest === "街道" || rest === "苏木" ? name : rest;
}
