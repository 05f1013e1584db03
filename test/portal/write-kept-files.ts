// Writes demo/portal/files/kept anew: reports of the portal `kept`, which LibreOffice turns into documents of Word 97.
// Run by hand when those reports change: node --import tsx test/portal/write-kept-files.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openOffice } from "../../demo/generator/press/open-office.ts";
import { keptFiles } from "../../demo/portal/families/kept-files.ts";
import { writeDocx } from "../../demo/portal/files/write-docx.ts";
import { planKept } from "../../demo/portal/kept-portal.ts";
import { keptPlace } from "../../demo/portal/test-portals.ts";

const folder = join(import.meta.dirname, "../../demo/portal/files/kept");
const office = await openOffice();
for (const [at, report] of planKept(keptPlace).reports.entries()) {
  const name = keptFiles[at];
  if (name === undefined) continue;
  writeFileSync(join(folder, name), await office.convertToDoc(writeDocx(report.page)));
}
await office.close();
