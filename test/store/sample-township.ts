const county = [
  { code: "99", name: "云陵省", parent: null, level: "province" },
  { code: "9901", name: "澜川市", parent: "99", level: "city" },
  { code: "990121", name: "青山县", parent: "9901", level: "county" },
] as const;

/** A township of a fictional county and its parents, as a report brings them. */
export function buildTownship(name: string) {
  const code = `990121${String(200 + ((name.codePointAt(0) ?? 0) % 700))}`;
  return {
    division: { code, path: [...county.map((place) => place.name), name] },
    divisions: [...county, { code, name, parent: "990121", level: "township" } as const],
  };
}
