import { expect, it } from 'vitest';

import { describeIssues } from './describe-issues.js';
import * as z from './z.js';

const bytes = z.instanceof(Uint8Array).check(z.refine(({ byteLength }) => byteLength < 3, 'at most 2 bytes'));
const type = z.object({ bytes, either: z.optional(z.union([bytes, z.strictObject({ path: z.string() })])) });

const messageOf = (value: object): string | undefined =>
  describeIssues(type.safeParse(value).error?.issues ?? [], value, { side: 'input', isSecret: () => false })[0]
    ?.message;

it.each([
  [{ bytes: new Uint8Array(2) }, undefined],
  [{ bytes: Buffer.from('ab'), either: { path: 'a' } }, undefined],
  [{ bytes: 5 }, 'bytes must be a Uint8Array (got 5)'],
  [{ bytes: new Uint8Array(3) }, 'bytes must be at most 2 bytes (got 3 bytes)'],
  [{ bytes: new Uint8Array(2), either: 5 }, 'either must be a Uint8Array or an object (got 5)'],
  [{ bytes: new Uint8Array(2), either: new Uint8Array(3) }, 'either must be at most 2 bytes (got 3 bytes)'],
])('%o: %s', (value, message) => {
  expect(messageOf(value)).toBe(message);
});
