import { elementPath } from './element-path.js';

/** A text that is no XML, or not all of one: cut off, mismatched, or something else altogether. */
export class XmlSyntaxError extends Error {
  /** Where reading stopped, in characters from the start. */
  readonly offset: number;

  constructor(what: string, text: string, offset: number) {
    // Never a part of the text, which may hold a private key or a token.
    const path = elementPath(text, offset);
    super(`its XML breaks at character ${offset}${path && ` in ${path}`}: ${what}`);
    this.name = 'XmlSyntaxError';
    this.offset = offset;
  }
}
