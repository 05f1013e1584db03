/** A body that publishes in a fictional place; `division` is the code of `demo/divisions.csv`. */
export interface Body {
  readonly division: string;
  /** Its full name, with that of its place. */
  readonly agency: string;
}

const places = [
  ["990121", "青山县"],
  ["990222", "柳泉县"],
  ["990101", "澜湾区"],
  ["990201", "栖云区"],
  ["9901", "望川市"],
  ["9902", "雁归市"],
] as const;

/** None of those that the portals of the families have. */
const departments = [
  "水务局",
  "文物局",
  "档案局",
  "旅游局",
  "交通局",
  "农业局",
  "畜牧兽医局",
  "园林绿化局",
  "广播电视局",
  "住房保障局",
  "投资促进局",
  "大数据管理局",
  "工业和信息化局",
  "国有资产监督管理局",
] as const;

/** How many bodies there are. */
export const bodyCount = places.length * departments.length;

/** A body of its own for each number from 0, so that no two portals have reports of the same one. */
export function chooseBody(at: number): Body {
  const place = places[at % places.length];
  const department = departments[Math.floor(at / places.length)];
  if (!place || department === undefined)
    throw new Error(`There are ${bodyCount} bodies. Add a department for portal ${at}.`);
  const [division, name] = place;
  return { division, agency: `${name}${department}` };
}
