import type { MemberPlan, Plan } from './plan.js';
import { XmlSource } from './xml-source.js';

/** Reads what no fast path is for, as the SDK does. */
export type ReadOther = (plan: Extract<Plan, { kind: 'scalar' }>, text: string) => unknown;

/** Deeper than any answer of AWS. */
const deepest = 256;

/** Reads a whole document into the value of its root element, or of the root's child `wrapper`. */
export const readXml = (bytes: Uint8Array, plan: Plan, wrapper: string | undefined, readOther: ReadOther): unknown =>
  new XmlReader(new XmlSource(bytes), readOther).document(plan, wrapper);

class XmlReader {
  readonly #source: XmlSource;
  readonly #readOther: ReadOther;
  #depth = 0;

  constructor(source: XmlSource, readOther: ReadOther) {
    this.#source = source;
    this.#readOther = readOther;
  }

  document(plan: Plan, wrapper: string | undefined): unknown {
    const source = this.#source;
    source.skipMisc();
    if (source.text.startsWith('<!', source.at)) source.fail('a document type is not allowed');
    const name = source.openName();
    const value = wrapper === undefined ? this.#element(name, plan, name) : this.#wrapped(name, plan, wrapper);
    source.skipMisc();
    if (source.at < source.text.length) source.fail('there is something after the end');
    return value;
  }

  #wrapped(name: string, plan: Plan, wrapper: string): unknown {
    let value: unknown;
    if (this.#source.closeOpening()) return value;
    this.#children(name, (child) => {
      if (child === wrapper) value = this.#element(child, plan);
      else this.#skip(child);
    });
    return value;
  }

  /** Reads an element whose name has just been read. */
  #element(name: string, plan: Plan, root?: string): unknown {
    if (++this.#depth > deepest) this.#source.fail(`elements are nested more than ${deepest} deep`);
    const value = this.#value(name, plan, root);
    this.#depth--;
    return value;
  }

  #value(name: string, plan: Plan, root: string | undefined): unknown {
    switch (plan.kind) {
      case 'scalar':
        return this.#scalar(name, plan);
      case 'structure':
        return this.#structure(name, plan, root);
      case 'list': {
        const items: unknown[] = [];
        if (!this.#source.closeOpening()) {
          this.#children(name, (child) => (child === plan.itemName ? items.push(this.#element(child, plan.item())) : this.#skip(child)));
        }
        return items;
      }
      case 'map': {
        const map: Record<string, unknown> = {};
        if (!this.#source.closeOpening()) {
          this.#children(name, (child) => (child === 'entry' ? this.#entry(child, plan, map) : this.#skip(child)));
        }
        return map;
      }
    }
  }

  #structure(name: string, plan: Extract<Plan, { kind: 'structure' }>, root: string | undefined): unknown {
    const value: Record<string, unknown> = {};
    let attributes = 0;
    const empty = this.#source.closeOpening((attribute, text) => {
      attributes++;
      const member = plan.attributes ? plan.members.get(attribute) : undefined;
      if (member) write(value, member.name, this.#fromText(member.plan(), text));
    });
    if (empty) return value;
    const text = this.#children(name, (child) => {
      const member = plan.members.get(child);
      if (member) this.#member(child, member, value);
      else this.#skip(child);
    });
    // S3 writes a bucket's location as the root's own text, and the SDK reads it as the member of the root's name.
    const own = root !== undefined && attributes > 0 && text.trim() ? plan.members.get(root) : undefined;
    if (own) write(value, own.name, this.#fromText(own.plan(), text));
    return value;
  }

  #member(child: string, { name, plan, flat }: MemberPlan, value: Record<string, unknown>): void {
    const inner = plan();
    if (flat && inner.kind === 'list') {
      const items = (value[name] ??= []) as unknown[];
      items.push(this.#element(child, inner.item()));
    } else if (flat && inner.kind === 'map') {
      this.#entry(child, inner, (value[name] ??= {}) as Record<string, unknown>);
    } else write(value, name, this.#element(child, inner));
  }

  #entry(name: string, { keyName, valueName, value: plan }: Extract<Plan, { kind: 'map' }>, map: Record<string, unknown>): void {
    if (this.#source.closeOpening()) return;
    let key: string | undefined;
    let value: unknown;
    this.#children(name, (child) => {
      if (child === keyName) key = this.#text(child);
      else if (child === valueName) value = this.#element(child, plan());
      else this.#skip(child);
    });
    if (key !== undefined) write(map, key, value);
  }

  /** Reads the children of an element up to its end; gives the text between them. */
  #children(name: string, onChild: (child: string) => void): string {
    const source = this.#source;
    const { text } = source;
    let between = '';
    for (;;) {
      const open = source.find('<');
      if (open > source.at) between += this.#between(open);
      source.at = open;
      const code = text.charCodeAt(open + 1);
      if (code === 47) {
        source.closeName(name);
        return between;
      }
      if (code === 33) between += this.#special();
      else if (code === 63) source.at = source.find('?>') + 2;
      else onChild(source.openName());
    }
  }

  /** White space between elements is the common case and is not worth a string. */
  #between(open: number): string {
    const source = this.#source;
    for (let at = source.at; at < open; at++) if (!source.isSpace(at)) return source.decode(source.at, open);
    return '';
  }

  /** A comment or a section of plain text. */
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

  /** Reads over an element that no member is for. */
  #skip(name: string): void {
    if (++this.#depth > deepest) this.#source.fail(`elements are nested more than ${deepest} deep`);
    if (!this.#source.closeOpening()) this.#children(name, (child) => this.#skip(child));
    this.#depth--;
  }

  #scalar(name: string, plan: Extract<Plan, { kind: 'scalar' }>): unknown {
    return this.#fromText(plan, this.#text(name));
  }

  #text(name: string): string {
    const source = this.#source;
    if (source.closeOpening()) return '';
    const start = source.at;
    const open = source.find('<');
    source.at = open;
    let text = open > start ? source.decode(start, open) : '';
    // Comments and CDATA sections may stand between pieces of the text.
    while (source.text.charCodeAt(source.at + 1) !== 47) {
      if (source.text.charCodeAt(source.at + 1) === 63) source.at = source.find('?>') + 2;
      else if (source.text.charCodeAt(source.at + 1) === 33) text += this.#special();
      else source.fail(`${name} holds elements where a text is expected`);
      const next = source.find('<');
      if (next > source.at) text += source.decode(source.at, next);
      source.at = next;
    }
    source.closeName(name);
    // As the SDK has it: lines of nothing but white space are layout.
    return text.includes('\n') && text.trim() === '' ? '' : text;
  }

  #fromText(plan: Plan, text: string): unknown {
    if (plan.kind !== 'scalar') return this.#source.fail('a text stands where elements are expected');
    switch (plan.scalar) {
      case 'string':
        return text;
      case 'number':
        return Number(text);
      case 'boolean':
        return text === 'true' || text.toLowerCase() === 'true';
      case 'time':
        return quickTime(text) ?? this.#readOther(plan, text);
      case 'other':
        return this.#readOther(plan, text);
    }
  }
}

/** Sets a member, also one that is called `__proto__`. */
const write = (target: Record<string, unknown>, name: string, value: unknown): void => {
  if (name === '__proto__') Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  else target[name] = value;
};

/** `2026-11-23T10:00:00.000Z`, the form that AWS writes: everything else, and days that not every month has, is left to the SDK. */
const quickTime = (text: string): Date | undefined => {
  if (text.length !== 24 && text.length !== 20) return undefined;
  if (!/^\d{4}-[01]\d-[0-2]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/.test(text) || text.slice(8, 10) > '28') return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time);
};
