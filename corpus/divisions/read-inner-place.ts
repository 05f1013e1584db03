/** A smaller place inside a body's name, as printed, and what follows it: 江干区 and 教育局 of 江干区教育局. */
export interface InnerPlace {
  readonly place: string;
  readonly rest: string;
}

/** Longer words before a word for a level are no place's name. */
const longestPlace = 12;

const ofGovernment =
  /^(.{1,12}?(?:镇|乡|街道|苏木|县|区|市|旗))((?:人民政府|政府|街道办|办事处|行政公署|行署).{0,20})?$/u;

interface LevelWord {
  /** What a place of this level looks like, with its word. */
  readonly place: RegExp;
  /** Plain words that end like one: 社区, 特色小镇, 统筹城乡. */
  readonly plain: RegExp;
  /** What makes the word a part of a longer one: 区划, 市场, 乡村. */
  readonly before: RegExp;
}

const levelWords: Readonly<Record<string, LevelWord>> = {
  地区: {
    place: /^..+地区$/u,
    plain: /(?:贫困|民族|边境|边疆|边远|西部|沿海)地区$/u,
    before: /^(?:合作|协作)/u,
  },
  区: {
    place: /^(?:..+|[城郊矿新港])区$/u,
    plain:
      /(?:[社景片库牧小辖校厂灾特]区|(?:老|旧|移民|棚户|自治|保护|风景|名胜|旅游|流域|功能|规划|控制|湿地)区)$/u,
    before: /^[划域位块间别]/u,
  },
  县: { place: /^.+县$/u, plain: /(?:^|.)[各全强本市]县$/u, before: /^[域级城]/u },
  市: {
    place: /^..+市$/u,
    plain: /(?:[强兴立活上超夜集]|(?:中小|智慧|卫生|文明|海绵|园林|森林|首都|名|大|小)城|大都)市$/u,
    before: /^(?:[场容民直域级区县]|政(?!府))/u,
  },
  旗: { place: /^..+旗$/u, plain: /[红八国]旗$/u, before: /^[帜袍]/u },
  镇: { place: /^..+镇$/u, plain: /(?:[村乡集小]|[小和]城)镇$/u, before: /^[化区]/u },
  乡: {
    place: /^..+乡$/u,
    plain: /(?:住房|和|与|统筹|推进|规划)城乡$|返乡$/u,
    before: /^(?:[村镇土贤情]|(?:建设|规划|一体|居民|环境|融合|统筹))/u,
  },
  街道: { place: /^..+街道$/u, plain: /城市街道$/u, before: /^[照绿]/u },
  苏木: { place: /^..+苏木$/u, plain: /^$/u, before: /^$/u },
};

/** Zones and parts of a town are places for 教育局 and things to manage for 管理局. */
const managed =
  /^(?:老|新|主|旧|中心)?[城郊矿新港]区$|(?:开发|高新|经开|园|示范|度假|保税|合作|试验|管理|集聚|投资|产业|工业|商务|经济|新)区$/u;
const managing =
  /^(?:管理|管委|建设|开发|改造|规划|综合|环境|服务|工作|协调|指挥|发展|保护|筹备|投资|招商|办|党)/u;

/**
 * Reads a place at the start of what follows a larger one. Bodies of a city have no such place in their name,
 * so that one in no list (江干区, abolished) is known to be a place nonetheless. Null where no place begins.
 */
export function readInnerPlace(text: string): InnerPlace | null {
  const [, government, rest = ""] = ofGovernment.exec(text) ?? [];
  if (government !== undefined) return { place: government, rest };
  for (const { 0: word, index } of text
    .slice(0, longestPlace)
    .matchAll(/地区|街道|苏木|[区县市旗镇乡]/gu)) {
    const end = index + word.length;
    const inner = { place: text.slice(0, end), rest: text.slice(end) };
    if (isPlace(word, inner)) return inner;
  }
  return null;
}

function isPlace(word: string, { place, rest }: InnerPlace): boolean {
  const level = levelWords[word];
  if (!level || rest.length < 2 || /[与及、暨]/u.test(place)) return false;
  if (!level.place.test(place) || level.plain.test(place) || level.before.test(rest)) return false;
  return !(managed.test(place) && managing.test(rest));
}
