import type { MemberPlan, Plan, StructurePlan } from './plan.js';
import { parseCommonTime } from './parse-common-time.js';
import { trimmed, XmlElements } from './xml-elements.js';
import { XmlSource } from './xml-source.js';

type ScalarPlan = Extract<Plan, { kind: 'scalar' }>;
type ListPlan = Extract<Plan, { kind: 'list' }>;
type MapPlan = Extract<Plan, { kind: 'map' }>;

/** Reads values without a fast path, as the SDK does. */
export type ReadOther = (plan: ScalarPlan, text: string) => unknown;

const greaterThan = 62;

/** Reads a document and returns the value of its root element, or of the root's child `wrapper`. */
export const readXml = (bytes: Uint8Array, plan: Plan, wrapper: string | undefined, readOther: ReadOther): unknown =>
  new XmlReader(new XmlSource(bytes), readOther).document(plan, wrapper);

class XmlReader {
  readonly source: XmlSource;
  readonly elements: XmlElements;
  readonly readOther: ReadOther;

  constructor(source: XmlSource, readOther: ReadOther) {
    this.source = source;
    this.elements = new XmlElements(source);
    this.readOther = readOther;
  }

  document(plan: Plan, wrapper: string | undefined): unknown {
    const { source } = this;
    source.skipMisc();
    if (source.text.startsWith('<!', source.at)) source.fail('a document type is not allowed');
    const name = source.openName();
    const value = wrapper === undefined ? this.element(name, plan, name) : this.wrapped(name, plan, wrapper);
    source.skipMisc();
    if (source.at < source.text.length) source.fail('unexpected content after the end');
    return value;
  }

  wrapped(name: string, plan: Plan, wrapper: string): unknown {
    let value: unknown;
    if (!this.source.closeOpening()) {
      while (this.elements.toChild(name)) {
        const child = this.source.openName();
        if (child === wrapper) value = this.element(child, plan);
        else this.elements.skip(child);
      }
    }
    // The parts of a large document are read separately, and each of them contains the wrapper.
    if (value === undefined && plan.kind === 'structure' && plan.members.size > 0)
      this.source.fail(`${wrapper} is missing`);
    return value;
  }

  /** Reads an element after its name. */
  element(name: string, plan: Plan, root?: string): unknown {
    if (plan.kind === 'scalar') return this.scalar(name, plan);
    this.elements.enter();
    const value =
      plan.kind === 'structure'
        ? this.structure(name, plan, root)
        : plan.kind === 'list'
          ? this.list(name, plan)
          : this.map(name, plan);
    this.elements.leave();
    return value;
  }

  structure(name: string, plan: StructurePlan, root: string | undefined): unknown {
    const { source } = this;
    const value: Record<string, unknown> = {};
    let attributes = 0;
    const empty = source.closeOpening((attribute, text) => {
      attributes++;
      const member = plan.attributes ? plan.members.get(attribute) : undefined;
      if (member) value[member.name] = this.fromText(member.plan(), text);
    });
    if (empty) return value;
    let before: MemberPlan | undefined;
    while (this.elements.toChild(name)) {
      const guess = before ? before.next : plan.first;
      if (guess !== undefined && source.openIf(guess.element)) {
        this.member(guess, value);
        before = guess;
        continue;
      }
      const child = source.openName();
      const member = plan.members.get(child);
      if (!member) {
        this.elements.skip(child);
        continue;
      }
      if (before) before.next = member;
      else plan.first = member;
      this.member(member, value);
      before = member;
    }
    // S3 writes the location of a bucket as text of the root element. The SDK reads it as the member with the name of the root.
    const own =
      root !== undefined && attributes > 0 && this.elements.between.trim() ? plan.members.get(root) : undefined;
    if (own) value[own.name] = this.fromText(own.plan(), this.elements.between);
    return value;
  }

  member(member: MemberPlan, value: Record<string, unknown>): void {
    const plan = member.plan();
    if (member.flat && plan.kind === 'list') {
      const items = (value[member.name] ??= []) as unknown[];
      items.push(this.element(member.element, plan.item()));
    } else if (member.flat && plan.kind === 'map') {
      this.entry(member.element, plan, (value[member.name] ??= {}) as Record<string, unknown>);
    } else value[member.name] = this.element(member.element, plan);
  }

  list(name: string, { item, itemName }: ListPlan): unknown {
    const { source } = this;
    const items: unknown[] = [];
    if (source.closeOpening()) return items;
    const plan = item();
    while (this.elements.toChild(name)) {
      if (source.openIf(itemName)) items.push(this.element(itemName, plan));
      else this.elements.skip(source.openName());
    }
    return items;
  }

  map(name: string, plan: MapPlan): unknown {
    const { source } = this;
    const map: Record<string, unknown> = {};
    if (source.closeOpening()) return map;
    while (this.elements.toChild(name)) {
      if (source.openIf('entry')) this.entry('entry', plan, map);
      else this.elements.skip(source.openName());
    }
    return map;
  }

  entry(name: string, { keyName, valueName, value: plan }: MapPlan, map: Record<string, unknown>): void {
    if (this.source.closeOpening()) return;
    let key: string | undefined;
    let value: unknown;
    while (this.elements.toChild(name)) {
      const child = this.source.openName();
      if (child === keyName) key = this.elements.text(child);
      else if (child === valueName) value = this.element(child, plan());
      else this.elements.skip(child);
    }
    // A key may have any name, also `__proto__`.
    if (key !== undefined)
      Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
  }

  scalar(name: string, plan: ScalarPlan): unknown {
    const { source } = this;
    const { text } = source;
    if (text.charCodeAt(source.at) === greaterThan) {
      const start = source.at + 1;
      const end = text.indexOf('<', start);
      // The usual case: the element contains only text.
      if (end > start && source.endsAt(name, end)) {
        source.at = end + name.length + 3;
        const time = plan.scalar === 'time' ? parseCommonTime(text, start, end) : undefined;
        return time ?? this.fromText(plan, trimmed(source.decode(start, end)));
      }
    }
    return this.fromText(plan, this.elements.text(name));
  }

  fromText(plan: Plan, text: string): unknown {
    if (plan.kind !== 'scalar') return this.source.fail('text instead of elements');
    switch (plan.scalar) {
      case 'string':
        return text;
      case 'number':
        return Number(text);
      case 'boolean':
        return text === 'true' || text.toLowerCase() === 'true';
      default:
        return this.readOther(plan, text);
    }
  }
}
