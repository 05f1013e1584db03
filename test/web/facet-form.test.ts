import { expect, test } from "vitest";
import { searchQuerySchema } from "../../search/query.ts";
import { chooseYears, facetFormSchema } from "../../web/search/facet-form.ts";
import { listYears } from "../../web/search/year-histogram.tsx";

const held = { oldestYear: 2019, newestYear: 2024 };
const choose = (form: object, holdings: Parameters<typeof chooseYears>[2] = held) =>
  chooseYears(searchQuerySchema.parse({ year: [2008] }), facetFormSchema.parse(form), holdings)
    .year;

test.each([
  [{}, [2008]],
  [{ yearFrom: "2021", yearTo: "2023" }, [2021, 2022, 2023]],
  [{ yearFrom: "2023", yearTo: "2021" }, [2021, 2022, 2023]],
  [{ yearFrom: "2022" }, [2022, 2023, 2024]],
  [{ yearTo: "2020" }, [2019, 2020]],
  [{ yearFrom: "2023", yearTo: "2023" }, [2023]],
  [{ yearFrom: "2000", yearTo: "2100" }, [2000, 2019, 2020, 2021, 2022, 2023, 2024, 2100]],
  [{ yearFrom: "2050" }, [2050]],
])("the range %j chooses %j", (form, years) => {
  expect(choose(form)).toEqual(years);
});

test("without any report, a range is its ends", () => {
  const nothing = { oldestYear: null, newestYear: null };
  expect(choose({ yearFrom: "2021" }, nothing)).toEqual([2021]);
  expect(choose({ yearFrom: "2021", yearTo: "2023" }, nothing)).toEqual([2021, 2023]);
});

test("the histogram shows the years between, and ends at the last with sections", () => {
  const counts = [
    { value: "2024", label: "2024", count: 3 },
    { value: "2022", label: "2022", count: 1 },
    { value: "2099", label: "2099", count: 0 },
  ];
  expect(listYears(counts)).toEqual([
    { year: 2022, count: 1 },
    { year: 2023, count: 0 },
    { year: 2024, count: 3 },
  ]);
  expect(listYears([])).toEqual([]);
});

test("the histogram reaches as far as the years that are chosen, whatever was found", () => {
  const counts = [
    { value: "2019", label: "2019", count: 2 },
    { value: "2022", label: "2022", count: 0 },
  ];
  const shown = listYears(counts, [2021, 2022]);
  expect(shown.map(({ year, count }) => [year, count])).toEqual([
    [2019, 2],
    [2020, 0],
    [2021, 0],
    [2022, 0],
  ]);
  expect(listYears([], [2022]).map(({ year }) => year)).toEqual([2022]);
});
