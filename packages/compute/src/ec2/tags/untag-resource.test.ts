import { InvalidInputError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { untagResource } from './index.js';

const idOf = (n: number): string => `vol-${n.toString(16).padStart(17, '0')}`;

it('removes tags by key, whatever their values are', async () => {
  await using aws = fakeAws({ answers: { DeleteTags: {} } });
  const calls = [1, 2].map((n) =>
    untagResource({ resourceId: idOf(n), keys: ['team', 'note'] }, { session: aws.session }),
  );
  expect(await Promise.all(calls)).toEqual([undefined, undefined]);
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { Resources: [idOf(1), idOf(2)], Tags: [{ Key: 'team' }, { Key: 'note' }] },
  ]);
  // With an empty value, AWS removes a tag only if its value is empty.
  expect(new URLSearchParams(aws.requests[0]?.body as string).has('Tag.1.Value')).toBe(false);
});

it.each([
  // With an empty list, AWS removes all tags.
  ['no keys', [], /keys must have at least 1 item \(got a list of 0\)/],
  ['a reserved key', ['AWS:team'], /does not begin with aws:/],
  ['an empty key', [''], /keys\[0\] must be a tag key of 1–128 characters that does not begin with aws: \(got ""\)/],
  ['a long key', ['x'.repeat(129)], /a tag key of 1–128 characters/],
  ['1,001 keys', Array.from({ length: 1_001 }, (_, n) => `k${n}`), /at most 1000 items/],
])('rejects %s before anything is sent', async (_what, keys, message) => {
  await using aws = fakeAws();
  const call = untagResource({ resourceId: idOf(1), keys }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
