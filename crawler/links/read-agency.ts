import { agencyEnding, deeds, fillers } from "./report-words.ts";

const phrase = /(?:政府信息(?:主动)?公开|政务信息公开|政务公开|政府公开|信息公开)(?:工作)?/u;
const years = /(?:20\d{2}|二[〇○O0零一二三四五六七八九]{3})年?度?(?:年(?!报))?/gu;
const behind =
  /(?:报告|年报|总结)(?:全文)?[\s\-–—―:：_(（【[]+([^()（）【】[\]]{2,40})[)）】\]]?$/u;
const longestName = 40;

/** The body that the title of a report names, as printed; null where it names none. `words` are compact. */
export function readAgency(words: string): string | null {
  const plain = words.replace(/^[《“"]+|[》”"]+$/gu, "");
  const at = plain.search(phrase);
  // 某县2023年…报告（县水利局）: the body behind is the one that reports.
  return readBehind(plain) ?? (at === -1 ? readAround(plain) : readBefore(plain.slice(0, at)));
}

/** Whether words are the name of a body and no more, but for a year and the words for a report. */
export function isAgencyName(words: string): boolean {
  const name = words.replace(years, "").replace(/^[\s【[(（]+|[\s】\])）]+$/gu, "");
  return (
    name.length >= 2 &&
    name.length <= longestName &&
    agencyEnding.test(name) &&
    !/[，。！？；：]/u.test(name) &&
    !deeds.test(name)
  );
}

function readBefore(words: string): string | null {
  // 某县人民政府信息公开…: the office and the information share the word 政府.
  const body = words.replace(years, "").replace(/人民$/u, "人民政府");
  const clean = trimFillers(body);
  return isName(clean) ? clean : null;
}

/** 某镇2023年年报: what is left without the year and the words for a report. */
function readAround(words: string): string | null {
  const body = trimFillers(
    words
      .replace(years, "")
      .replace(/(?:工作)?(?:年度?)?(?:工作)?(?:年报|报告|总结|情况)[^\u3400-\u9fff]*$/u, ""),
  );
  return isName(body) && agencyEnding.test(body) ? body : null;
}

function readBehind(words: string): string | null {
  const name = behind.exec(words)?.[1];
  return name !== undefined && isAgencyName(name) ? trimFillers(name.replace(years, "")) : null;
}

function trimFillers(words: string): string {
  return words
    .replace(
      /^(?:附件\d?|关于|公布|发布|本级|本年度|年度|\d{1,3}[.、]|[\s：:，,、.·•\-–—_|【】[\]()（）《“"]+)+/gu,
      "",
    )
    .replace(/(?:关于|公布|发布|的|年度|年|[\s：:，,、.·•\-–—_|【[(（》”"]+)+$/gu, "");
}

function isName(words: string): boolean {
  return (
    words.length >= 2 &&
    words.length <= longestName &&
    !/^(?:人民)?政府$/u.test(words) &&
    words.replace(fillers, "").length >= 2 &&
    !/[。！？；]/u.test(words)
  );
}
