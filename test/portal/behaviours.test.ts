import { expect, it } from "vitest";
import { buildDemoPortals } from "../../demo/portal/demo-portals.ts";
import { buildObstacles } from "../../demo/portal/obstacles/main.ts";
import { buildFamilyPortals } from "../../demo/portal/test-portals.ts";
import { behaviours } from "./behaviours.ts";

const portals = [
  ...buildDemoPortals(),
  ...buildFamilyPortals(1),
  ...buildObstacles({ seed: 1 }).map(({ portal }) => portal),
];
const shown = new Set(portals.flatMap((portal) => portal.behaviours));

it("there are 35, numbered in their order", () => {
  expect(behaviours.map(({ number }) => number)).toEqual(
    Array.from({ length: 35 }, (_, at) => at + 1),
  );
});

it.each(behaviours.filter(({ inProcess }) => inProcess))(
  "behaviour $number is shown by a portal: $words",
  ({ number }) => {
    expect([...shown]).toContain(number);
  },
);

it("no portal shows what the list does not name", () => {
  const known = new Set(behaviours.map(({ number }) => number));
  expect([...shown].filter((number) => !known.has(number))).toEqual([]);
});
