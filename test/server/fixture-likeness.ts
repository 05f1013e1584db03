import type { ReportLikeness } from "../../corpus/likeness/likeness.ts";

const town = { reportId: "980102101-77aa00bb-2023", agency: "白石镇人民政府", year: 2023 } as const;
const before = { reportId: "980102-1f3a9c2e-2023", agency: "青禾县人民政府", year: 2023 } as const;

/**
 * The county's overview repeats a town's and its own of the year before; its problems are only alike to theirs, its other
 * matters like nobody's. The others say too little to be compared.
 */
export const countyLikeness: ReportLikeness = {
  sections: [
    {
      position: 1,
      matches: [
        { ...before, relation: "year", position: 1, share: 0.9999 },
        { ...town, relation: "agency", position: 2, share: 0.926 },
      ],
    },
    { position: 5, matches: [{ ...town, relation: "agency", position: 3, share: 0.41 }] },
    { position: 6, matches: [] },
  ],
  reports: [
    { ...town, relation: "agency", share: 0.668, sections: 2 },
    { ...before, relation: "year", share: 0.49995, sections: 1 },
  ],
};
