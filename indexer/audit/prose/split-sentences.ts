import type { Section, SectionKind } from "../../../corpus/section.ts";
import { normalizeWidth } from "./normalize-width.ts";

/** What a passage is about, as far as numbers of tables are concerned. */
export type Topic = "requests" | "disputes" | "elsewhere";

/**
 * A sentence of prose in half width. `start` is its offset in the text of the section; `lead` is what stands before
 * it in its paragraph; `topic` is that of the heading above the paragraph, or of the section.
 */
export interface Sentence {
  readonly section: number;
  readonly start: number;
  readonly text: string;
  readonly lead: string;
  readonly topic: Topic | null;
}

const silent = new Set<SectionKind>(["problems", "appendix", "fees"]);
const sectionTopics: Partial<Record<SectionKind, Topic>> = {
  requests: "requests",
  disputes: "disputes",
  disclosure: "elsewhere",
};
const longestProse = 60_000;
const longestLine = 20_000;
const row = /\S {2,}\S|\t/u;
const stop = /[。!?]/u;

/**
 * The sentences of the sections whose prose may state numbers of the tables; rows of tables are left out, and what
 * goes beyond `longestProse` characters, several times the longest report known.
 */
export function splitSentences(sections: readonly Section[]): readonly Sentence[] {
  let left = longestProse;
  return sections.flatMap(({ kind, text }, section) => {
    if (silent.has(kind)) return [];
    const source = normalizeWidth(text.slice(0, 10 * longestProse));
    const sentences = splitLines(source, { section, topic: sectionTopics[kind] ?? null });
    return sentences.filter(({ text }) => (left -= text.length) >= 0);
  });
}

function splitLines(
  text: string,
  { section, topic }: Pick<Sentence, "section" | "topic">,
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let heading = topic;
  let start = 0;
  for (const line of text.split("\n")) {
    if (isHeading(line)) heading = findTopic(line) ?? topic;
    else if (line.length <= longestLine && !isRow(line)) {
      sentences.push(...splitLine(line, { section, start, topic: heading }));
    }
    start += line.length + 1;
  }
  return sentences;
}

function splitLine(
  line: string,
  { section, start, topic }: Pick<Sentence, "section" | "start" | "topic">,
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (let from = 0; from < line.length;) {
    const found = line.slice(from).search(stop);
    const to = found < 0 ? line.length : from + found + 1;
    const text = line.slice(from, to);
    if (text.trim() !== "") {
      sentences.push({ section, start: start + from, text, lead: line.slice(0, from), topic });
    }
    from = to;
  }
  return sentences;
}

/** A short line without a full stop that counts nothing: `(二)依申请公开情况`. */
function isHeading(line: string): boolean {
  const words = line.trim();
  return words !== "" &&
    words.length <= 30 &&
    !/[,;]/u.test(words) &&
    !/\d\s{0,2}[件条起宗]/u.test(words)
    ? /^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]|第)/u.test(words) || !stop.test(words)
    : false;
}

/** Cells are parted by two spaces; prose that a file pads with spaces ends as sentences do. */
function isRow(line: string): boolean {
  return row.test(line) && !/[。;]/u.test(line);
}

const topics: readonly (readonly [Topic, RegExp])[] = [
  ["requests", /依申请|(?:信息|政务)公开(?:的)?申请|公开申请|申请公开|申请.{0,4}信息公开/gu],
  ["disputes", /行政复议|行政诉讼|复议、诉讼/gu],
  [
    "elsewhere",
    /主动公开|建议|提案|议案|留言|信箱|热线|咨询|审批|政务服务|工单|来信|来访|来电|办件|(?<!\d)12(?:345|315|316|348|350)(?!\d|\s?[件条宗起])|听证|舆情|培训|检查|立案|(?:信访|投诉|举报)(?!.{0,6}类)|行政处罚|行政许可|行政强制|规范性文件|政策解读/gu,
  ],
];

/** What the words are about: the topic that they name last. Null where they name none. */
export function findTopic(words: string): Topic | null {
  let last = -1;
  let found: Topic | null = null;
  for (const [topic, pattern] of topics) {
    for (const { index } of words.matchAll(pattern)) {
      if (index > last) {
        last = index;
        found = topic;
      }
    }
  }
  return found;
}
