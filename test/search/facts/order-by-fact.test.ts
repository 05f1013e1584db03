import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildFactColumns } from "../../../search/facts/fact-columns.ts";
import {
  type AskSections,
  type FactOrder,
  findPage,
  type FoundSection,
  type OrderedSection,
} from "../../../search/facts/order-by-fact.ts";
import { buildRow } from "./fact-rows.ts";

interface HeldReport {
  readonly id: string;
  readonly value: number | null;
  readonly sections: number;
}

const fact = "requests.newReceived.total";

/** Sections in an order of their own, asked as an engine answers: by the lists of ids that filters are. */
function buildAsk(reports: readonly HeldReport[]): AskSections {
  const all = reports.flatMap(({ id, sections }) => listSections(id, sections));
  const scattered = all.toSorted((a, b) => compare(reverse(a.id), reverse(b.id)));
  return async (filter, limit) => {
    const listed = new Set((filter ?? "").match(/[\w-]+(?=")/g));
    const isWanted = ({ reportId }: FoundSection) => {
      if (filter === null) return true;
      return listed.has(reportId) !== filter.startsWith("reportId NOT IN");
    };
    const found = scattered.filter(isWanted);
    return { total: found.length, hits: found.slice(0, limit) };
  };
}

function listSections(reportId: string, sections: number): readonly FoundSection[] {
  return Array.from({ length: sections }, (_, position) => ({
    id: `${reportId}-${position}`,
    reportId,
    position,
  }));
}

const reverse = (text: string) => Array.from(text).toReversed().join("");
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** All sections in order, the plain way. */
function listInOrder(reports: readonly HeldReport[], direction: FactOrder["direction"]) {
  const sign = direction === "ascending" ? 1 : -1;
  const sorted = reports.toSorted((a, b) => {
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null) || compare(a.id, b.id);
    return sign * (a.value - b.value) || compare(a.id, b.id);
  });
  return sorted.flatMap(({ id, value, sections }) =>
    listSections(id, sections).map((section) => ({ ...section, value })),
  );
}

function buildColumns(reports: readonly HeldReport[]) {
  return buildFactColumns(
    reports.map(({ id, value }) => buildRow(id, value === null ? {} : { [fact]: value })),
  );
}

async function collectPages(
  reports: readonly HeldReport[],
  direction: FactOrder["direction"],
  limit: number,
) {
  const columns = buildColumns(reports);
  const total = reports.reduce((sum, { sections }) => sum + sections, 0);
  const shared = { columns, fact, direction, total, limit, ask: buildAsk(reports) };
  const pages = [];
  for (let offset = 0; offset < total; offset += limit)
    pages.push(await findPage({ ...shared, offset }));
  expect(await findPage({ ...shared, offset: total })).toEqual([]);
  return pages.flat();
}

const directions = fc.constantFrom("ascending", "descending");

function buildReports(
  sections: fc.Arbitrary<number>,
  size: { minLength: number; maxLength: number },
) {
  const report = fc.record({
    value: fc.option(fc.integer({ min: -2, max: 4 })),
    sections,
  });
  return fc
    .array(report, size)
    .map((reports) =>
      reports.map((one, index) => ({ ...one, id: `r-${(index * 7919) % 10_007}` })),
    );
}

describe("pages in the order of a number", () => {
  test("of few sections hold each once, in the order of the plain way", async () => {
    const few = buildReports(fc.integer({ min: 0, max: 5 }), { minLength: 0, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        few,
        directions,
        fc.integer({ min: 1, max: 12 }),
        async (reports, to, limit) => {
          expect(await collectPages(reports, to, limit)).toEqual(listInOrder(reports, to));
        },
      ),
    );
  });

  test("of many sections do so too, however these are spread over the reports", async () => {
    const uneven = fc.oneof(
      { weight: 20, arbitrary: fc.constant(0) },
      { weight: 20, arbitrary: fc.integer({ min: 0, max: 9 }) },
      { weight: 1, arbitrary: fc.integer({ min: 300, max: 1_200 }) },
    );
    const many = buildReports(uneven, { minLength: 250, maxLength: 350 });
    const size = fc.integer({ min: 200, max: 900 });
    const print = (sections: readonly OrderedSection[]) =>
      sections.map(({ id, value }) => `${id} ${value}`).join("\n");
    await fc.assert(
      fc.asyncProperty(many, directions, size, async (reports, to, limit) => {
        const pages = await collectPages(reports, to, limit);
        expect(print(pages)).toBe(print(listInOrder(reports, to)));
      }),
      { numRuns: 8 },
    );
  });

  test("put reports without the number last in either direction, and say so", async () => {
    const reports = [
      { id: "a", value: null, sections: 1 },
      { id: "b", value: 5, sections: 1 },
      { id: "c", value: 0, sections: 1 },
    ];
    for (const [direction, expected] of [
      ["ascending", ["c", "b", "a"]],
      ["descending", ["b", "c", "a"]],
    ] as const) {
      const page = await collectPages(reports, direction, 10);
      expect(page.map(({ reportId }) => reportId)).toEqual(expected);
      expect(page.at(-1)?.value).toBeNull();
    }
  });

  test("end with reports that the index knows and the columns do not yet", async () => {
    const known = Array.from({ length: 200 }, (_, index) => ({
      id: `k-${index}`,
      value: index,
      sections: 6,
    }));
    const fresh = { id: "a-fresh", value: null, sections: 2 };
    const reports = [...known, fresh];
    const order = {
      columns: buildColumns(known),
      fact,
      direction: "descending",
      total: 1202,
    } as const;
    const page = await findPage({ ...order, offset: 1198, limit: 10, ask: buildAsk(reports) });
    expect(page.map(({ reportId }) => reportId)).toEqual(["k-0", "k-0", "a-fresh", "a-fresh"]);
  });

  test("ask only for reports that may match, where conditions say which", async () => {
    const reports = Array.from({ length: 400 }, (_, index) => ({
      id: `r-${index}`,
      value: index,
      sections: 5,
    }));
    const among = reports.slice(100).map(({ id }) => id);
    const page = await findPage({
      columns: buildColumns(reports),
      fact,
      direction: "ascending",
      among,
      total: 1500,
      offset: 0,
      limit: 5,
      ask: buildAsk(reports),
    });
    expect(page.map(({ id }) => id)).toEqual(listSections("r-100", 5).map(({ id }) => id));
  });
});
