import type { Element } from "domhandler";
import { UnreadableFile } from "../unreadable-file.ts";
import { largestXml, readXml } from "../zip/read-xml.ts";
import { findFolder, resolvePartName } from "../zip/resolve-part-name.ts";
import { findChild, listChildren, readAttribute, readContent } from "../zip/xml-element.ts";
import type { ZipFile } from "../zip/zip-file.ts";
import { OfdResources } from "./ofd-resources.ts";
import { parseNumbers } from "./parse-numbers.ts";

/** A page of an OFD: what is drawn on it, its templates first, and its box x, y, width, height in millimetres. */
export interface OfdPage {
  readonly box: readonly number[];
  readonly contents: readonly Element[];
  readonly resources: OfdResources;
}

const mostPages = 500;
const a4 = [0, 0, 210, 297];

/** Reads the documents of an OFD page by page (GB/T 33190-2016, 7.4 to 7.7). */
export class OfdPackage {
  readonly #zip: ZipFile;
  readonly #root: Element;

  constructor(zip: ZipFile) {
    this.#zip = zip;
    if (!zip.has("OFD.xml") && zip.has("OFDEntries.xml"))
      throw new UnreadableFile("The file is protected by a password; save it without one.");
    this.#root = readXml(zip.readNeeded("OFD.xml", largestXml));
  }

  /** Title and dates of the first document, under the names of other documents. */
  readMeta(): ReadonlyMap<string, string> {
    const info = findChild(this.#root, "DocBody", "DocInfo");
    const names = {
      Title: "dc:title",
      CreationDate: "dcterms:created",
      ModDate: "dcterms:modified",
    };
    const meta = new Map<string, string>();
    for (const [name, key] of Object.entries(names)) {
      const element = info && findChild(info, name);
      const value = element ? readContent(element).trim() : "";
      if (value !== "") meta.set(key, value);
    }
    return meta;
  }

  *listPages(): Generator<OfdPage> {
    let count = 0;
    for (const body of listChildren(this.#root, "DocBody")) {
      const root = findChild(body, "DocRoot");
      if (!root) continue;
      for (const page of this.#listDocument(resolvePartName("", readContent(root).trim()))) {
        if (++count > mostPages)
          throw new UnreadableFile("The file has over 500 pages, more than any report.");
        yield page;
      }
    }
  }

  *#listDocument(name: string): Generator<OfdPage> {
    const folder = findFolder(name);
    const document = readXml(this.#zip.readNeeded(name, largestXml));
    const common = findChild(document, "CommonData");
    const resources = new OfdResources();
    for (const kind of ["PublicRes", "DocumentRes"])
      for (const element of common ? listChildren(common, kind) : [])
        this.#addResources(resources, folder, element);
    const templates = new Map<string, Element>();
    for (const template of common ? listChildren(common, "TemplatePage") : []) {
      const { content } = this.#readContent(folder, template);
      if (content) templates.set(readAttribute(template, "ID") ?? "", content);
    }
    const box = common && findChild(common, "PageArea", "PhysicalBox");
    const pages = findChild(document, "Pages");
    for (const page of pages ? listChildren(pages, "Page") : [])
      yield this.#readPage(folder, page, { templates, resources, box: readBox(box) ?? a4 });
  }

  #readPage(
    folder: string,
    listed: Element,
    document: {
      readonly templates: ReadonlyMap<string, Element>;
      readonly resources: OfdResources;
      readonly box: readonly number[];
    },
  ): OfdPage {
    const { content, name } = this.#readContent(folder, listed);
    if (!content) return { ...document, contents: [] };
    const own = new OfdResources(document.resources);
    for (const element of listChildren(content, "PageRes"))
      this.#addResources(own, findFolder(name), element);
    const templates = listChildren(content, "Template").flatMap((used) => {
      const template = document.templates.get(readAttribute(used, "TemplateID") ?? "");
      return template ? [template] : [];
    });
    const box = readBox(findChild(content, "Area", "PhysicalBox")) ?? document.box;
    return { box, contents: [...templates, content], resources: own };
  }

  #readContent(folder: string, listed: Element): { content: Element | null; name: string } {
    const name = resolvePartName(folder, readAttribute(listed, "BaseLoc") ?? "");
    const bytes = this.#zip.read(name, largestXml);
    return { content: bytes && readXml(bytes), name };
  }

  #addResources(resources: OfdResources, folder: string, listed: Element): void {
    const bytes = this.#zip.read(resolvePartName(folder, readContent(listed).trim()), largestXml);
    if (bytes) resources.add(readXml(bytes));
  }
}

function readBox(element: Element | null): readonly number[] | null {
  const box = element ? parseNumbers(readContent(element)) : [];
  return box.length === 4 ? box : null;
}
