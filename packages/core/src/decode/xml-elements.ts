import type { XmlSource } from './xml-source.js';

/** More than the depth of any response of AWS. */
const maxDepth = 256;
const slash = 47;
const questionMark = 63;
const exclamationMark = 33;

/** Moves through the elements of a document, without knowledge of their shapes. */
export class XmlElements {
  readonly #source: XmlSource;
  #depth = 0;
  /** The text between the children of the last element, without white space. */
  between = '';

  constructor(source: XmlSource) {
    this.#source = source;
  }

  /** Starts to read an element that contains others. */
  enter(): void {
    if (++this.#depth > maxDepth) this.#source.fail(`elements are nested more than ${maxDepth} deep`);
  }

  leave(): void {
    this.#depth--;
  }

  /** Moves to the next child of an element. Returns `false` after the end of the element. */
  toChild(name: string): boolean {
    const source = this.#source;
    const { text } = source;
    let between = '';
    for (;;) {
      const open = text.charCodeAt(source.at) === 60 ? source.at : source.find('<');
      if (open > source.at && !source.isBlank(source.at, open)) between += source.decode(source.at, open);
      source.at = open;
      const code = text.charCodeAt(open + 1);
      if (code === slash) {
        source.closeName(name);
        this.between = between;
        return false;
      }
      if (code === exclamationMark) between += this.#special();
      else if (code === questionMark) source.at = source.find('?>') + 2;
      else return true;
    }
  }

  /** Reads a comment or a CDATA section. Returns its text. */
  #special(): string {
    const source = this.#source;
    if (source.text.startsWith('<!--', source.at)) {
      source.at = source.find('-->', source.at + 4) + 3;
      return '';
    }
    if (!source.text.startsWith('<![CDATA[', source.at)) source.fail('a declaration is not allowed here');
    const start = source.at + 9;
    const end = source.find(']]>', start);
    source.at = end + 3;
    return source.part(start, end);
  }

  /** Skips an element that belongs to no member. */
  skip(name: string): void {
    this.enter();
    if (!this.#source.closeOpening()) while (this.toChild(name)) this.skip(this.#source.openName());
    this.leave();
  }

  /** Reads an element that contains only text. */
  text(name: string): string {
    const source = this.#source;
    if (source.closeOpening()) return '';
    let text = '';
    for (;;) {
      const open = source.find('<');
      if (open > source.at) text += source.decode(source.at, open);
      source.at = open;
      const code = source.text.charCodeAt(open + 1);
      if (code === slash) {
        source.closeName(name);
        return trimmed(text);
      }
      if (code === questionMark) source.at = source.find('?>') + 2;
      else if (code === exclamationMark) text += this.#special();
      else source.fail(`${name} contains elements instead of text`);
    }
  }
}

/** Like the SDK, ignores text that consists of white space with line breaks. */
export const trimmed = (text: string): string => (text.includes('\n') && text.trim() === '' ? '' : text);
