import { contains, findCenter, turnBox, type Box } from "./box.ts";
import type { DrawnGlyph, DrawnSheet } from "./drawing.ts";
import { dropStruckAgain } from "./drop-struck-again.ts";
import { mergeHorizontals, mergeVerticals } from "./merge-rules.ts";
import type { Glyph, Sheet } from "./sheet.ts";

/**
 * A character behind one that ends so near the page's end (in sizes) or the clip's (in points, of which one is
 * added to the clip) has no part left that shows.
 */
const nearEnd = { page: 0.3, clip: 1.5 };

/**
 * Turns what a page draws so that its text runs to the right, and leaves out what nobody sees. Characters of the
 * `unreadable` fonts become U+FFFD.
 */
export function buildSheet(drawn: DrawnSheet, unreadable: ReadonlySet<string>): Sheet {
  const { number, view, drawing } = drawn;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
  const page = { x0, y0, x1, y1 };
  const inside = drawing.glyphs.filter((glyph) => contains(page, findCenter(glyph)));
  const hidden = inside.filter(({ isHidden }) => isHidden);
  const isRecognized = hidden.length * 2 > inside.length;
  const shown = isRecognized ? inside : inside.filter(({ isHidden }) => !isHidden);
  const turns = findDirection(shown);
  const glyphs = shown.map((glyph) => turnGlyph(glyph, { turns, unreadable, page }));
  const strokes = drawing.strokes.map((stroke) => turnBox(stroke, -turns));
  return {
    number,
    turns,
    frame: turnBox(page, -turns),
    glyphs: dropStruckAgain(glyphs),
    horizontals: mergeHorizontals(strokes),
    verticals: mergeVerticals(strokes),
    isRecognized,
  };
}

/** The quarter turns in which most text runs. */
function findDirection(glyphs: readonly DrawnGlyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { angle } of glyphs) counts[angle] = (counts[angle] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}

interface Turning {
  readonly turns: number;
  readonly unreadable: ReadonlySet<string>;
  readonly page: Box;
}

function turnGlyph(drawn: DrawnGlyph, { turns, unreadable, page }: Turning): Glyph {
  const box = turnBox(drawn, -turns);
  const angle = (drawn.angle - turns) & 3;
  const shown = turnBox(page, -turns);
  const clip = drawn.clip ? turnBox(drawn.clip, -turns) : shown;
  const ends = Math.min(shown.x1 - nearEnd.page * drawn.size, clip.x1 - nearEnd.clip);
  return {
    text: unreadable.has(drawn.font) ? "\ufffd" : drawn.text,
    size: drawn.size,
    angle,
    run: drawn.run,
    isAtEnd: angle === 0 && box.x1 > ends,
    ...box,
  };
}
