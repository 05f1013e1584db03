import type { Element } from "domhandler";
import { findChild, listChildren, listDescendants, readAttribute } from "../zip/xml-element.ts";

const defaultLineWidth = 0.353;
const deepest = 10;

/** What pages share: drawings used in several places and settings of lines (GB/T 33190-2016, 7.9). */
export class OfdResources {
  readonly #parent: OfdResources | null;
  readonly #units = new Map<string, Element>();
  readonly #settings = new Map<string, Element>();

  constructor(parent: OfdResources | null = null) {
    this.#parent = parent;
  }

  add(root: Element): void {
    for (const unit of listDescendants(root, "CompositeGraphicUnit")) {
      const content = findChild(unit, "Content");
      if (content) this.#units.set(readAttribute(unit, "ID") ?? "", content);
    }
    for (const list of listChildren(root, "DrawParams"))
      for (const setting of listChildren(list, "DrawParam"))
        this.#settings.set(readAttribute(setting, "ID") ?? "", setting);
  }

  /** The content of a drawing, or null. */
  findUnit(id: string): Element | null {
    return this.#units.get(id) ?? this.#parent?.findUnit(id) ?? null;
  }

  /** The width of lines in millimetres, from the object or the settings that it names. */
  findLineWidth(object: Element): number {
    let at: Element | null = object;
    let link = "DrawParam";
    for (let steps = 0; at && steps < deepest; steps++) {
      const width = Number.parseFloat(readAttribute(at, "LineWidth") ?? "");
      if (width >= 0) return width;
      at = this.#findSetting(readAttribute(at, link) ?? "");
      link = "Relative";
    }
    return defaultLineWidth;
  }

  #findSetting(id: string): Element | null {
    return this.#settings.get(id) ?? (this.#parent ? this.#parent.#findSetting(id) : null);
  }
}
