/** A document as the line of JSON that the engine gets, in UTF-8, for who needs the line for something else too. */
export class ReadyDocument {
  readonly id: string;
  readonly line: Buffer;

  constructor(document: { readonly id: string }) {
    this.id = document.id;
    this.line = Buffer.from(JSON.stringify(document));
  }
}
