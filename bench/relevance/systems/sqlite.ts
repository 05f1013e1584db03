import Database from "better-sqlite3";
import type { RelevanceCorpus } from "../build-corpus.ts";
import { buildRawDocument } from "./raw-document.ts";
import { splitQuery } from "./split-query.ts";
import type { OpenSystem, System } from "./system.ts";

/** SQLite's FTS5 with its trigram tokenizer, ranked by bm25 as it comes. */
export const sqlite: System = { name: "sqlite", open: openSqlite };

const columns = ["title", "heading", "content", "places"] as const;
/** The tokenizer knows nothing shorter; a shorter word is looked for with LIKE. */
const shortestMatch = 3;

function openSqlite({ sections }: RelevanceCorpus): Promise<OpenSystem> {
  const database = new Database(":memory:");
  database.exec(
    `create virtual table sections using fts5(id unindexed, ${columns.join(", ")}, tokenize='trigram')`,
  );
  const insert = database.prepare(
    "insert into sections values (@id, @title, @heading, @content, @places)",
  );
  database.transaction(() => {
    for (const section of sections) insert.run(buildRawDocument(section));
  })();
  return Promise.resolve({
    search: (q, size) => Promise.resolve(askSqlite(database, q, size)),
    close: () => {
      database.close();
      return Promise.resolve();
    },
  });
}

function askSqlite(database: Database.Database, q: string, size: number) {
  const { where, order, values } = buildConditions(q);
  if (where === "") return { ids: [], total: 0 };
  const total = database.prepare<string[], { n: number }>(
    `select count(*) as n from sections where ${where}`,
  );
  const page = database.prepare<(string | number)[], { id: string }>(
    `select id from sections where ${where} order by ${order} limit ?`,
  );
  return {
    ids: page.all(...values, size).map(({ id }) => id),
    total: total.get(...values)?.n ?? 0,
  };
}

function buildConditions(q: string) {
  const words = splitQuery(q);
  const long = words.filter(({ text }) => text.length >= shortestMatch);
  const short = words.filter(({ text }) => text.length < shortestMatch);
  const wanted = long.filter(({ excluded }) => !excluded).map(({ text }) => quote(text));
  const unwanted = long.filter(({ excluded }) => excluded);
  const match = wanted.join(" AND ");
  const text = columns.join(" || char(10) || ");
  const likes = [...short, ...(match === "" ? unwanted : [])];
  const exclusions = match === "" ? [] : unwanted.map((word) => ` NOT ${quote(word.text)}`);
  const conditions = [
    ...(match === "" ? [] : ["sections match ?"]),
    ...likes.map(({ excluded }) => `${text} ${excluded ? "not " : ""}like ?`),
  ];
  return {
    where: conditions.join(" and "),
    order: match === "" ? "rowid" : "rank",
    values: [
      ...(match === "" ? [] : [`(${match})${exclusions.join("")}`]),
      ...likes.map((word) => `%${word.text}%`),
    ],
  };
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
