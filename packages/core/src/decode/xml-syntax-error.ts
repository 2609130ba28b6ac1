/** A text that is no XML, or not all of one: cut off, mismatched, or something else altogether. */
export class XmlSyntaxError extends Error {
  /** Where reading stopped, in characters from the start. */
  readonly offset: number;

  constructor(what: string, text: string, offset: number) {
    const excerpt = text.slice(Math.max(0, offset - 20), offset + 40);
    super(`XML ends or breaks at character ${offset}: ${what}${excerpt ? `, near ${JSON.stringify(excerpt)}` : ''}`);
    this.name = 'XmlSyntaxError';
    this.offset = offset;
  }
}
