import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Small files that take long, or wait long: begun last, they would leave the cores idle. */
const long = [
  "test/crawler/crawl/simulator.real.test.ts",
  "test/crawler/crawl/demo.real.test.ts",
  "test/crawler/crawl/recrawl.real.test.ts",
  "test/crawler/browser/hostile.real.test.ts",
  "test/crawler/faults/stop.real.test.ts",
  "test/crawler/http/slow-host.real.test.ts",
  "test/crawler/links/hostile-pages.real.test.ts",
  "test/extract-pdf/damaged-files.real.test.ts",
  "test/indexer/read-pending.real.test.ts",
  "test/portal/family-portals.real.test.ts",
];

/** On a machine that has run them before, the longest first, as vitest does; else these, and the others by their size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    if (sorted.some((file) => this.#hasRun(file))) return sorted;
    const isLong = (file: TestSpecification) => long.some((name) => file.moduleId.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }

  #hasRun({ project, moduleId }: TestSpecification): boolean {
    const path = moduleId.slice(this.ctx.config.root.length + 1);
    return this.ctx.cache.getFileTestResults(`${project.name}:${path}`) !== undefined;
  }
}
