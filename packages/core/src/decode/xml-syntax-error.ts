import { elementPath } from './element-path.js';

/** The text is not well-formed XML: it is truncated, its tags do not match, or it is not XML. */
export class XmlSyntaxError extends Error {
  /** Position at which reading stopped, in characters from the start. */
  readonly offset: number;

  constructor(problem: string, text: string, offset: number) {
    // The text itself is not quoted: it may contain a private key or a token.
    const path = elementPath(text, offset);
    super(`invalid XML at character ${offset}${path && ` in ${path}`}: ${problem}`);
    this.name = 'XmlSyntaxError';
    this.offset = offset;
  }
}
