import { XmlSyntaxError } from './xml-syntax-error.js';

/** From this length, V8 stores a substring as a view that keeps the whole string in memory. */
const viewLength = 13;

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** An XML text and the position of its reader. */
export class XmlSource {
  readonly text: string;
  readonly #bytes: Buffer;
  readonly #isAscii: boolean;
  at = 0;
  #nextEntity = -1;
  readonly #hasReturns: boolean;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.text = this.#bytes.toString('utf8');
    this.#isAscii = this.text.length === this.#bytes.length;
    this.#hasReturns = this.text.includes('\r');
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
  }

  fail(problem: string, at: number = this.at): never {
    throw new XmlSyntaxError(problem, this.text, at);
  }

  /** Returns a part of the text that does not keep the whole text in memory, e.g. an ID that a caller stores. */
  part(from: number, to: number): string {
    if (to - from < viewLength) return this.text.slice(from, to);
    return this.#isAscii ? this.#bytes.toString('latin1', from, to) : Buffer.from(this.text.slice(from, to)).toString();
  }

  isSpace(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === 32 || code === 10 || code === 13 || code === 9;
  }

  /** Whether a part contains only white space. */
  isBlank(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (!this.isSpace(at)) return false;
    return true;
  }

  /** Whether `</name>` is at a position, without white space, as AWS writes it. */
  endsAt(name: string, at: number): boolean {
    return (
      this.text.charCodeAt(at + 1) === slash &&
      this.text.startsWith(name, at + 2) &&
      this.text.charCodeAt(at + 2 + name.length) === greaterThan
    );
  }

  skipSpace(): void {
    while (this.isSpace(this.at)) this.at++;
  }

  /** Returns the next position of `mark`. Fails if there is none. */
  find(mark: string, from: number = this.at): number {
    const found = this.text.indexOf(mark, from);
    return found < 0 ? this.fail(`${mark} is missing`, this.text.length) : found;
  }

  /** Skips comments, processing instructions and white space between elements. */
  skipMisc(): void {
    for (;;) {
      this.skipSpace();
      if (this.text.startsWith('<!--', this.at)) this.at = this.find('-->', this.at + 4) + 3;
      else if (this.text.startsWith('<?', this.at)) this.at = this.find('?>') + 2;
      else return;
    }
  }

  /** Reads the name of the element at the current position if it is `name`. Returns whether it is. */
  openIf(name: string): boolean {
    const end = this.at + 1 + name.length;
    if (!this.text.startsWith(name, this.at + 1)) return false;
    const code = this.text.charCodeAt(end);
    if (code !== greaterThan && code !== slash && !this.isSpace(end)) return false;
    this.at = end;
    return true;
  }

  /** Reads the name of the element at the current position. */
  openName(): string {
    if (this.text.charCodeAt(this.at) !== lessThan) this.fail('an element is expected');
    const start = ++this.at;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === greaterThan || code === slash || this.isSpace(this.at)) break;
      if (!(code > 32) || code === lessThan || code === 61 || code === 34 || code === 33)
        this.fail('an element has an invalid name');
      this.at++;
    }
    if (this.at === start) this.fail('an element has no name');
    return this.text.slice(start, this.at);
  }

  /** Reads the attributes and the end of a start tag. Returns `true` for an element without content. */
  closeOpening(onAttribute?: (name: string, value: string) => void): boolean {
    if (this.text.charCodeAt(this.at) === greaterThan) {
      this.at++;
      return false;
    }
    while (this.text.charCodeAt(this.at) !== greaterThan) {
      this.skipSpace();
      const code = this.text.charCodeAt(this.at);
      if (code === slash) {
        if (this.text.charCodeAt(this.at + 1) !== greaterThan) this.fail('/> is expected');
        this.at += 2;
        return true;
      }
      if (code === greaterThan) break;
      const [name, value] = this.#attribute();
      onAttribute?.(name, value);
    }
    this.at++;
    return false;
  }

  #attribute(): readonly [string, string] {
    const equals = this.find('=');
    const name = this.text.slice(this.at, equals).trimEnd();
    if (name === '' || /[\s<>"'/]/.test(name)) this.fail('an attribute has an invalid name');
    this.at = equals + 1;
    this.skipSpace();
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'") this.fail('an attribute has no quoted value');
    const start = this.at + 1;
    const end = this.find(quote, start);
    this.at = end + 1;
    return [name, this.decode(start, end)];
  }

  /** Reads the end tag of an element. Fails for any other text. */
  closeName(name: string): void {
    if (!this.text.startsWith(name, this.at + 2) || this.text.charCodeAt(this.at + 1) !== slash)
      this.fail(`</${name}> is expected`);
    this.at += 2 + name.length;
    this.skipSpace();
    if (this.text.charCodeAt(this.at) !== greaterThan) this.fail(`</${name}> is expected`);
    this.at++;
  }

  /** Returns a part of the text with decoded entities and normalized line ends. */
  decode(from: number, to: number): string {
    const raw = this.part(from, to);
    const lines = this.#hasReturns ? raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : raw;
    if (!this.#hasEntity(from, to)) return lines;
    const [first = '', ...rest] = lines.split('&');
    return first + rest.map((piece) => this.#entity(piece, from)).join('');
  }

  /** Most texts have no entity: the position of the next one is searched once, not in every text. */
  #hasEntity(from: number, to: number): boolean {
    if (this.#nextEntity < from) {
      const next = this.text.indexOf('&', from);
      this.#nextEntity = next < 0 ? this.text.length : next;
    }
    return this.#nextEntity < to;
  }

  #entity(piece: string, at: number): string {
    const end = piece.indexOf(';');
    const name = end < 0 ? '' : piece.slice(0, end);
    return (entities.get(name) ?? this.#character(name, at)) + piece.slice(end + 1);
  }

  #character(name: string, at: number): string {
    const digits = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
    const code = digits?.[1] ? Number.parseInt(digits[1], 16) : Number(digits?.[2] ?? Number.NaN);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : this.fail('unknown entity', at);
  }
}
