/** Peoples as names of autonomous places print them, longest first where one begins another. */
const peoples =
  "蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|阿昌族|普米族|塔吉克族|塔吉克|怒族|乌孜别克族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|塔塔尔族|独龙族|鄂伦春族|赫哲族|门巴族|珞巴族|基诺族|各族|多民族|民族";

const autonomousRegion = new RegExp(`^(.{2,3}?)(?:${peoples})?自治区$`, "u");
const autonomous = new RegExp(`^(.{1,12}?)(?:${peoples}){1,6}自治(州|县|旗)$`, "u");
const ethnicTownship = new RegExp(`^(.{1,12}?)(?:${peoples}){1,4}(乡|镇)$`, "u");
const withoutPeople = /^(.{2,12}?)族?自治(州|县|旗)$/u;
const province = /^(.{2,3})省$/u;

/**
 * The other names under which people write a place: `民和县` for 民和回族土族自治县, `新疆` for
 * 新疆维吾尔自治区 (`新疆自治区` too), `福建` for 福建省, `寨市乡` for 寨市苗族侗族乡.
 */
export function listShortNames(name: string): readonly string[] {
  if (!/省$|自治|族/u.test(name)) return [];
  const stem = province.exec(name)?.[1];
  if (stem !== undefined) return [stem];
  const region = autonomousRegion.exec(name)?.[1];
  if (region !== undefined) return [region, `${region}自治区`];
  const [, place, kind] =
    autonomous.exec(name) ?? ethnicTownship.exec(name) ?? withoutPeople.exec(name) ?? [];
  if (place === undefined || kind === undefined) return [];
  return [place + kind];
}

const levelWord = /(?:自治[区州县旗]|[省市县区州盟旗镇乡]|地区|街道|苏木)$/u;

/** What a name says beyond its level: `民和` of 民和回族土族自治县, `官庄` of 官庄镇; the name itself where nothing else is left. */
export function findStem(name: string): string {
  const short = listShortNames(name)[0] ?? name;
  const stem = short.replace(levelWord, "");
  return stem === "" ? name : stem;
}
