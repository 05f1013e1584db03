import type { Element } from "domhandler";
import type { Box } from "../pdf/box.ts";
import type { DrawnGlyph, Drawing } from "../pdf/drawing.ts";
import { multiply, type Matrix } from "../pdf/matrix.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { listChildren, readAttribute, readLocalName } from "../zip/xml-element.ts";
import { drawPathObject } from "./draw-path-object.ts";
import { drawTextObject } from "./draw-text-object.ts";
import { pointsPerMillimetre } from "./place-in-ofd.ts";
import type { OfdPage } from "./ofd-package.ts";
import type { OfdResources } from "./ofd-resources.ts";
import { parseMatrix, parseNumbers } from "./parse-numbers.ts";

/** A page as drawn, and the pictures on it, whose words are not read. */
export interface OfdDrawing extends Drawing {
  readonly pictures: number;
}

/** From millimetres, y downwards, to points, y upwards. */
const toPoints: Matrix = [pointsPerMillimetre, 0, 0, -pointsPerMillimetre, 0, 0];
const mostObjects = 300_000;
const deepest = 20;

/** Draws a page: its characters and straight lines in points, y upwards from the top of the page. */
export function drawPage(page: OfdPage): OfdDrawing {
  const drawer = new PageDrawer(page.resources);
  for (const content of page.contents) drawer.drawContent(content);
  return drawer.drawing;
}

class PageDrawer {
  readonly #resources: OfdResources;
  readonly #glyphs: DrawnGlyph[] = [];
  readonly #strokes: Box[] = [];
  #pictures = 0;
  #objects = 0;

  constructor(resources: OfdResources) {
    this.#resources = resources;
  }

  get drawing(): OfdDrawing {
    return { glyphs: this.#glyphs, strokes: this.#strokes, pictures: this.#pictures };
  }

  drawContent(page: Element): void {
    for (const content of listChildren(page, "Content"))
      for (const layer of listChildren(content, "Layer")) this.#drawChildren(layer, toPoints, 0);
  }

  #drawChildren(parent: Element, matrix: Matrix, depth: number): void {
    if (depth > deepest) return;
    for (const object of listChildren(parent)) {
      if (++this.#objects > mostObjects)
        throw new UnreadableFile("A page of the file draws more than any report; print it anew.");
      if (readAttribute(object, "Visible") !== "false") this.#drawObject(object, matrix, depth);
    }
  }

  #drawObject(object: Element, matrix: Matrix, depth: number): void {
    const name = readLocalName(object);
    if (name === "PageBlock") this.#drawChildren(object, matrix, depth + 1);
    if (name === "ImageObject") this.#pictures++;
    const toPage = multiply(matrix, findPlace(object));
    if (name === "TextObject") drawTextObject(object, toPage, this.#glyphs);
    if (name === "PathObject") {
      const lineWidth = this.#resources.findLineWidth(object);
      drawPathObject(object, { toPage, lineWidth }, this.#strokes);
    }
    if (name !== "CompositeObject") return;
    const unit = this.#resources.findUnit(readAttribute(object, "ResourceID") ?? "");
    if (unit) this.#drawChildren(unit, toPage, depth + 1);
  }
}

/** From the object's own space to that around it: its matrix, then the corner of its boundary. */
function findPlace(object: Element): Matrix {
  const [x = 0, y = 0] = parseNumbers(readAttribute(object, "Boundary") ?? "");
  return multiply([1, 0, 0, 1, x, y], parseMatrix(readAttribute(object, "CTM")));
}
