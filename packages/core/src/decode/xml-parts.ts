import { findList, type IsItem } from './find-list.js';
import type { Plan } from './plan.js';

/** Below this, a document is read at once. */
const smallestBytes = 262_144;
/** How much of a list a part holds: so little that what is made of it is gone before V8 moves it to the old generation. */
const partBytes = 16_384;

/** A large document as small ones. */
export interface XmlParts {
  /** The document without the items of its longest list. */
  readonly frame: Uint8Array;
  /** The frame with some of the items each: all of them, in their order. The bytes of one are those of the next one too. */
  readonly parts: Iterable<Uint8Array>;
}

/**
 * Takes a large document apart: reading the parts one after the other gives what reading the whole gives, without all of it being in memory
 * at a time. `undefined` where that is not worth it. Only a list that lies in no other list is cut.
 */
export const xmlParts = (bytes: Uint8Array, plan: Plan, wrapper: string | undefined): XmlParts | undefined => {
  if (bytes.length < smallestBytes) return undefined;
  const list = findList(bytes, isItemOf(plan, wrapper));
  if (!list) return undefined;
  const bounds = [...list.starts, list.end];
  const frame = Buffer.concat([bytes.subarray(0, bounds[0]), bytes.subarray(list.end)]);
  return { frame, parts: generate(bytes, bounds) };
};

const isItemOf =
  (root: Plan, wrapper: string | undefined): IsItem =>
  (path) => {
    const [, ...names] = path;
    if (wrapper !== undefined && names.shift() !== wrapper) return false;
    let plan = root;
    for (const [index, name] of names.entries()) {
      const isLast = index === names.length - 1;
      if (plan.kind === 'list') return isLast && name === plan.itemName;
      const member = plan.kind === 'structure' ? plan.members.get(name) : undefined;
      if (!member) return false;
      plan = member.plan();
      if (member.flat) return isLast && plan.kind === 'list';
    }
    return false;
  };

function* generate(bytes: Uint8Array, bounds: readonly number[]): Generator<Uint8Array, void, undefined> {
  const [start = 0] = bounds;
  const tail = bytes.subarray(bounds.at(-1));
  let part = Buffer.alloc(0);
  for (let item = 0; item < bounds.length - 1;) {
    const from = bounds[item]!;
    do item++;
    while (item < bounds.length - 1 && bounds[item + 1]! - from <= partBytes);
    const to = bounds[item]!;
    const length = start + to - from + tail.length;
    if (part.length < length) {
      part = Buffer.alloc(Math.max(length, 2 * partBytes));
      part.set(bytes.subarray(0, start));
    }
    part.set(bytes.subarray(from, to), start);
    part.set(tail, start + to - from);
    yield part.subarray(0, length);
  }
}
