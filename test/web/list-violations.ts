import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * What axe complains of: the rule and the elements. `frame` names the frames that are left out; there may be no other, so
 * that axe can run within the page: else it opens another for each look, which takes longer than the look.
 */
export async function listViolations(page: Page, frame?: string): Promise<readonly unknown[]> {
  const frames = frame === undefined ? 0 : await page.locator(frame).count();
  expect(page.frames()).toHaveLength(1 + frames);
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (frame === undefined ? axe : axe.exclude(frame)).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]);
}
