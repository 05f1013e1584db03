import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Random } from "../../demo/generator/random.ts";
import { passingMentions, placeMentions } from "./boilerplate.ts";
import type { DraftReport, DraftSection } from "./draft-report.ts";
import type { PlantedText, Placement, Planting, Topic } from "./planting.ts";

/** A topic is discussed in so many sections at least, and named in passing in so many. */
const leastDiscussions = 10;
const mostMoreDiscussions = 16;
const mentionsOfTopic = 24;

interface Field {
  readonly reports: readonly DraftReport[];
  readonly random: Random;
}

/** Plants what a half asks about into drafts. */
export function plantHalf(planting: Planting, field: Field): void {
  for (const placement of planting.placements) plantPlacement(placement, planting.topics, field);
  for (const topic of planting.topics) plantTopic(topic, field);
  plantMentions(planting.topics, field);
  for (const phrase of planting.phrases) plantText(phrase, field, breakLine);
  for (const word of planting.rare) plantText(word, field);
  for (const number of planting.numbers) plantText(number, field, number.times > 2 ? widen : keep);
}

/** How the first of several copies of a text is printed. */
type Printing = (text: string) => string;

const keep: Printing = (text) => text;

/** In the middle of a phrase, as texts are that were made of pages with short lines. */
const breakLine: Printing = (text) => {
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, middle)}\n${text.slice(middle)}`;
};

const widen: Printing = (text) =>
  text.replaceAll(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Names other places in passing: about one section in fifteen. */
export function plantPlaceMentions(places: Gazetteer, { reports, random }: Field): void {
  const named = places.divisions.filter(({ level }) => level === "county" || level === "township");
  for (const section of reports.flatMap(({ sections }) => sections)) {
    if (!random.happens(1 / 15)) continue;
    const place = named[random.below(named.length)];
    const sentence = placeMentions[random.below(placeMentions.length)];
    if (place === undefined || sentence === undefined) continue;
    const county = place.level === "township" ? place.parent : null;
    const parent = county === null ? "" : (places.get(county)?.name ?? "");
    insert(section, sentence.replace("{}", parent + place.name), random);
    section.mentions.add(place.code);
    if (county !== null) section.mentions.add(county);
  }
}

function plantPlacement(
  { topic, place, year, agency }: Placement,
  topics: readonly Topic[],
  { reports, random }: Field,
): void {
  const found = topics.find(({ key }) => key === topic);
  const report = reports.find(
    ({ body, year: own }) =>
      own === year &&
      body.path.at(-1)?.code === place &&
      (agency === undefined ? body.kind !== "department" : body.agency.endsWith(agency)),
  );
  const kinds = found?.kinds ?? [];
  const section = report?.sections.find(({ kind }) => kinds.includes(kind));
  if (found === undefined || section === undefined)
    throw new Error(`No section for ${topic} in ${place} ${year}: correct the placement.`);
  discuss(section, found, random);
}

function plantTopic(topic: Topic, { reports, random }: Field): void {
  const fitting = reports.flatMap(({ sections }) =>
    sections.filter(({ kind }) => topic.kinds.includes(kind)),
  );
  const times = leastDiscussions + random.below(mostMoreDiscussions);
  for (let planted = 0; planted < times; planted += 1) {
    const section = fitting[random.below(fitting.length)];
    if (section !== undefined && !section.topics.has(topic.key)) discuss(section, topic, random);
  }
}

/** Every third discussion uses the topic's other name; every third without it has a heading of its own. */
function discuss(section: DraftSection, topic: Topic, random: Random): void {
  const usesAlias = topic.alias !== undefined && random.happens(1 / 3);
  const name = usesAlias ? topic.alias : topic.term;
  insert(section, topic.about.map((sentence) => sentence.replaceAll("{}", name)).join(""), random);
  const headed = !usesAlias && [...section.topics.values()].every((role) => role !== "heading");
  const inHeading = headed && random.happens(1 / 3);
  if (inHeading) section.heading = `${section.heading}（${topic.term}）`;
  section.topics.set(topic.key, inHeading ? "heading" : "discussed");
}

/** Each passing mention names three topics, so that they share sections. */
function plantMentions(topics: readonly Topic[], { reports, random }: Field): void {
  const sections = reports.flatMap((report) => report.sections);
  for (let planted = 0; planted < (topics.length * mentionsOfTopic) / 3; planted += 1) {
    const section = sections[random.below(sections.length)];
    const named = [0, 1, 2].map((step) => topics[(planted + step * 7) % topics.length]);
    const sentence = passingMentions[random.below(passingMentions.length)];
    if (section === undefined || sentence === undefined) continue;
    const terms = named.flatMap((topic) => (topic === undefined ? [] : [topic.term]));
    insert(section, sentence.replace("{}", terms.join("、")), random);
    for (const topic of named)
      if (topic !== undefined && !section.topics.has(topic.key))
        section.topics.set(topic.key, "mentioned");
  }
}

function plantText(planted: PlantedText, field: Field, printFirst = keep): void {
  const { text, sentence, times, decoys = [] } = planted;
  for (const [index, section] of chooseSections(times, field).entries()) {
    const printed = index === 0 ? printFirst(text) : text;
    insert(section, sentence.replace("{}", printed), field.random);
  }
  for (const decoy of decoys)
    for (const section of chooseSections(times, field)) insert(section, decoy, field.random);
}

/** Different sections of different reports. */
function chooseSections(times: number, { reports, random }: Field): readonly DraftSection[] {
  const start = random.below(reports.length);
  const step = Math.floor(reports.length / (times + 1));
  return Array.from({ length: times }, (_, index) => {
    const sections = reports[(start + index * step) % reports.length]?.sections ?? [];
    return sections[random.below(sections.length)];
  }).filter((section) => section !== undefined);
}

function insert(section: DraftSection, paragraph: string, random: Random): void {
  section.paragraphs.splice(random.below(section.paragraphs.length + 1), 0, paragraph);
}
