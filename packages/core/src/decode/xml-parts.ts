import { findList, type IsItem } from './find-list.js';
import type { Plan } from './plan.js';

/** Smaller documents are read as a whole. */
const minBytes = 262_144;
/** Size of the items in a part. Small, so that V8 frees the objects of a part before it moves them to the old generation. */
const partBytes = 16_384;

/** A large document, split into small ones. */
export interface XmlParts {
  /** The document without the items of its longest list. */
  readonly frame: Uint8Array;
  /** The frame with some of the items each. Together they contain all items in order. Each part reuses the buffer of the one before it. */
  readonly parts: Iterable<Uint8Array>;
}

/**
 * Splits a large document into parts with the same content, so that its objects are not all in memory at the same time. Returns `undefined`
 * if the document is small or has no long list. Lists in other lists are not split.
 */
export const xmlParts = (bytes: Uint8Array, plan: Plan, wrapper: string | undefined): XmlParts | undefined => {
  if (bytes.length < minBytes) return undefined;
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
