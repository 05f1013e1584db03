/**
 * CJK radicals (U+2E80–2EF3) that fonts of PDFs print for whole characters, each before the character it stands
 * for: the property Equivalent_Unified_Ideograph of the Unicode Character Database. NFKC maps only two of them.
 */
const radicals =
  "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟";

/** Forms that vertical printing gives to punctuation (U+FE10–FE48), each before the sign of prose. */
const verticalForms =
  "︐， ︑、 ︒。 ︓： ︔； ︕！ ︖？ ︗〖 ︘〗 ︙… ︰： ︱— ︵（ ︶） ︷｛ ︸｝ ︹〔 ︺〕 ︻【 ︼】 ︽《 ︾》 ︿〈 ﹀〉 ﹁「 ﹂」 ﹃『 ﹄』";

/** Dashes that fonts draw as one glyph: two and three em long. */
const longDashes = "⸺—— ⸻———";

const replacements: ReadonlyMap<string, string> = new Map(
  `${radicals} ${verticalForms} ${longDashes}`.split(" ").map((pair) => {
    const [printed = "", ...meant] = Array.from(pair);
    return [printed, meant.join("")];
  }),
);

/**
 * What NFKC may rewrite: Kangxi radicals, compatibility ideographs and Latin ligatures. Anything else it would
 * change is as printed: full-width punctuation, brackets and digits, circled numbers, ℃, ².
 */
const compatible = /[\u2f00-\u2fd5\uf900-\ufaff\ufb00-\ufb06\u{2f800}-\u{2fa1f}]/u;
const mayDiffer =
  /[\u00ad\u2e3a\u2e3b\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe48\u{2f800}-\u{2fa1f}]/u;

/** The characters that a glyph of a PDF stands for, as prose would write them. */
export function repairText(text: string): string {
  if (!mayDiffer.test(text)) return text;
  let repaired = "";
  for (const char of text)
    if (char === "\u00ad") repaired += "-";
    else
      repaired += replacements.get(char) ?? (compatible.test(char) ? char.normalize("NFKC") : char);
  return repaired;
}
