import { findCenter } from "./box.ts";
import type { Field, Fields } from "./find-fields.ts";
import { findRunCenter, groupRuns, isNumberRun, isPieced } from "./group-runs.ts";
import type { Glyph } from "./sheet.ts";

/** A cell of a lattice with the characters in it. */
export interface FilledField extends Field {
  readonly glyphs: readonly Glyph[];
}

/**
 * The characters of each field. A number that overflows its cell belongs where it begins and has its middle.
 * Where these differ, where digits printed one by one may be one number or two that touch, and where a number
 * runs out of the table or to the end of what the page shows, so that its end may be left out, its digits become
 * U+FFFD.
 */
export function fillFields(fields: Fields, glyphs: readonly Glyph[]): readonly FilledField[] {
  const contents: Glyph[][] = fields.fields.map(() => []);
  for (const run of groupRuns(glyphs)) {
    const owner = fields.find(findRunCenter(run));
    if (owner !== null && isClear(run, owner, fields)) contents[owner]?.push(...run);
    else
      for (const glyph of run)
        contents[fields.find(findCenter(glyph)) ?? -1]?.push({ ...glyph, text: "\ufffd" });
  }
  return fields.fields.map((field, at) => ({ ...field, glyphs: contents[at] ?? [] }));
}

function isClear(run: readonly Glyph[], owner: number, { find, box }: Fields): boolean {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last || !isNumberRun(run)) return true;
  if (first.x0 < box.x0 || last.x1 > box.x1 || last.isAtEnd) return false;
  const owners = run.map((glyph) => find(findCenter(glyph)));
  return owners.every((own) => own === owner) || (owners[0] === owner && !isPieced(run));
}
