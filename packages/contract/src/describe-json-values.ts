import { InvalidInputError } from '@arch/core';
import { describe, expect, it } from 'vitest';

import { awsWith, type LayerSamples, type Subject, subjectsOf } from './layer.js';
import { leavesOf, withAt } from './leaves.js';

const circle: Record<string, unknown> = {};
circle['self'] = circle;

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

/** Values that JSON changes, drops or rejects. */
const values: readonly unknown[] = [
  Number.NaN,
  Infinity,
  5n,
  new Uint8Array(2),
  new ArrayBuffer(2),
  new Map([['a', 1]]),
  new Set([1]),
  () => 1,
  Symbol('a'),
  new Date(Number.NaN),
  Promise.resolve(1),
  'a\ud800',
  circle,
];

/** Tests that every member that is sent as JSON rejects values that JSON cannot represent: the error contains their path, and nothing is sent. */
export const describeJsonValues = (exports: object, samples: LayerSamples): void => {
  const found = subjectsOf(exports, samples).flatMap((subject) => {
    const paths = jsonPathsOf(subject, samples);
    return paths.length > 0 ? [{ subject, paths }] : [];
  });
  if (found.length === 0) return;
  describe('values that JSON cannot represent', () => {
    for (const { subject, paths } of found) {
      it(`are rejected by ${subject.name} with their path`, async () => {
        for (const path of paths) for (const value of values) await expectRejected(subject, samples, path, value);
      });
      it(`are rejected by ${subject.name} if they have too many levels`, async () => {
        await using aws = awsWith(samples);
        const input = inputWith(subject, paths[0]!, nested(6_000));
        await expect(subject.call(input, { session: aws.session })).rejects.toThrow('1,000 levels');
        expect(aws.requests).toEqual([]);
      });
    }
  });
};

const expectRejected = async (
  subject: Subject,
  samples: LayerSamples,
  path: readonly string[],
  value: unknown,
): Promise<void> => {
  await using aws = awsWith(samples);
  const input = inputWith(subject, path, value);
  const error: unknown = await subject.call(input, { session: aws.session }).catch((thrown: unknown) => thrown);
  const what = `${path.join('.')} with ${Object.prototype.toString.call(value)}`;
  expect(error, what).toBeInstanceOf(InvalidInputError);
  expect((error as Error).message, what).toContain(`${textOf(path)}.items[1].price`);
  expect(aws.requests, what).toEqual([]);
};

const textOf = (path: readonly string[]): string =>
  path.map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : `${index ? '.' : ''}${step}`)).join('');

/** Members that a function sends instead of JSON. */
const texts = new Set(['body', 'message', 'contentType', 'inputPath', 'inputTransformer']);

/** Returns the valid input with the value inside a member. */
const inputWith = (subject: Subject, path: readonly string[], value: unknown): unknown => {
  const members = JSON.parse(JSON.stringify(membersOf(subject)), (name, inner: unknown) =>
    texts.has(name) ? undefined : inner,
  ) as unknown;
  // With `Statement`, the value is accepted as a policy too.
  return withAt(members, path, { items: [1, { price: value }], Statement: ['a'] });
};

const membersOf = ({ input, declaration }: Subject): unknown =>
  typeof input === 'string' ? { [declaration['key'] as string]: input } : input;

/** Returns the paths of members that accept any value, which are sent as JSON, and of the members that the samples name. */
const jsonPathsOf = (
  { name, declaration }: Subject,
  { jsonMembers = [] }: LayerSamples,
): readonly (readonly string[])[] => {
  const any = leavesOf(declaration['input'] as object)
    .filter(({ kind, path }) => kind === 'unknown' && path[0] !== 'aws')
    .map(({ path }) => (path.at(-1) === 'k' ? path.slice(0, -1) : path));
  const named = jsonMembers.filter((each) => each.startsWith(`${name}.`)).map((each) => each.split('.').slice(1));
  return [...any, ...named];
};
