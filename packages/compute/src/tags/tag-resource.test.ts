import {
  AccessDeniedError,
  checkPermission,
  InvalidInputError,
  NotFoundError,
  policyFor,
  QuotaExceededError,
} from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { tagResource, untagResource } from './index.js';

const idOf = (n: number): string => `vol-${n.toString(16).padStart(17, '0')}`;
const resourcesOf = (input: object): readonly string[] => (input as { Resources: string[] }).Resources;

it('tags resources together whose tags are equal, up to 100 in a request', async () => {
  await using aws = fakeAws({ answers: { CreateTags: {} } });
  const options = { session: aws.session };
  const same = Array.from({ length: 150 }, (_, n) =>
    tagResource({ resourceId: idOf(n), tags: { team: 'web', note: '' } }, options),
  );
  const results = await Promise.all([
    ...same,
    tagResource({ resourceId: 'i-0123456789abcdef0', tags: { team: 'data' } }, options),
  ]);
  expect(new Set(results)).toEqual(new Set([undefined]));
  expect(aws.requests.map(({ input }) => [resourcesOf(input).length, input['Tags']])).toEqual([
    [
      100,
      [
        { Key: 'team', Value: 'web' },
        { Key: 'note', Value: '' },
      ],
    ],
    [
      50,
      [
        { Key: 'team', Value: 'web' },
        { Key: 'note', Value: '' },
      ],
    ],
    [1, [{ Key: 'team', Value: 'data' }]],
  ]);
});

it('takes tags off by their keys, whatever their values', async () => {
  await using aws = fakeAws({ answers: { DeleteTags: {} } });
  const calls = [1, 2].map((n) =>
    untagResource({ resourceId: idOf(n), keys: ['team', 'note'] }, { session: aws.session }),
  );
  expect(await Promise.all(calls)).toEqual([undefined, undefined]);
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { Resources: [idOf(1), idOf(2)], Tags: [{ Key: 'team' }, { Key: 'note' }] },
  ]);
  // A key with an empty value would be another request: only a tag whose value is empty.
  expect(new URLSearchParams(aws.requests[0]?.body as string).has('Tag.1.Value')).toBe(false);
});

it('fails the call of an unknown resource only', async () => {
  await using aws = fakeAws();
  aws.on('CreateTags', (input) =>
    resourcesOf(input).includes(idOf(2))
      ? awsError('InvalidVolume.NotFound', `The volume '${idOf(2)}' does not exist.`)
      : {},
  );
  const calls = [1, 2, 3].map((n) => tagResource({ resourceId: idOf(n), tags: { a: 'b' } }, { session: aws.session }));
  const [first, second, third] = await Promise.allSettled(calls);
  expect([first?.status, third?.status]).toEqual(['fulfilled', 'fulfilled']);
  expect((second as PromiseRejectedResult).reason).toBeInstanceOf(NotFoundError);
  expect((second as PromiseRejectedResult).reason).toMatchObject({ resource: 'volume', id: idOf(2) });
});

it('fails the call of a resource that may not be tagged only, although AWS does not name it', async () => {
  await using aws = fakeAws();
  aws.on('CreateTags', (input) =>
    resourcesOf(input).includes(idOf(2))
      ? awsError('UnauthorizedOperation', 'You are not authorized to perform this operation.')
      : {},
  );
  const calls = [1, 2, 3].map((n) => tagResource({ resourceId: idOf(n), tags: { a: 'b' } }, { session: aws.session }));
  const [first, second, third] = await Promise.allSettled(calls);
  expect([first?.status, third?.status]).toEqual(['fulfilled', 'fulfilled']);
  expect((second as PromiseRejectedResult).reason).toBeInstanceOf(AccessDeniedError);
  expect((second as PromiseRejectedResult).reason).toMatchObject({ action: 'ec2:CreateTags' });
});

it('says what to do when a resource has 50 tags', async () => {
  await using aws = fakeAws();
  aws.on('CreateTags', awsError('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.'));
  const call = tagResource({ resourceId: idOf(1), tags: { a: 'b' } }, { session: aws.session });
  await expect(call).rejects.toThrow(QuotaExceededError);
  await expect(call).rejects.toThrow(/untagResource/);
});

it.each([
  ['an ARN', { resourceId: 'arn:aws:ec2:eu-west-1:123456789012:volume/vol-0123456789abcdef0' }, /no ARN or name/],
  ['a name', { resourceId: 'web' }, /resourceId is "web"/],
  ['no tags', { tags: {} }, /tags is an object; accepted is at least one tag/],
  ['a key of AWS', { tags: { 'aws:team': 'x' } }, /do not begin with aws:/],
  ['a long value', { tags: { team: 'x'.repeat(257) } }, /values of at most 256/],
  ['51 tags', { tags: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, ''])) }, /at most 50 tags/],
])('refuses to tag with %s before anything is sent', async (_what, changed, message) => {
  await using aws = fakeAws();
  const call = tagResource({ resourceId: idOf(1), tags: { a: 'b' }, ...changed }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it.each([
  // AWS takes an empty list for all tags.
  ['no keys', [], /keys is a list of 0; accepted is at least 1 items/],
  ['a key of AWS', ['AWS:team'], /does not begin with aws:/],
  ['an empty key', [''], /keys\[0\] is ""; accepted is a key of 1–128 characters/],
  ['a long key', ['x'.repeat(129)], /a key of 1–128 characters/],
  ['1,001 keys', Array.from({ length: 1_001 }, (_, n) => `k${n}`), /at most 1000 items/],
])('refuses to untag with %s before anything is sent', async (_what, keys, message) => {
  await using aws = fakeAws();
  const call = untagResource({ resourceId: idOf(1), keys }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it.each([
  'i-12345678',
  'eipalloc-0123456789abcdef0',
  'tgw-attach-0123456789abcdef0',
  'vpce-svc-0123456789abcdef0',
  'lt-0123456789abcdef0',
  'key-0123456789abcdef0',
  'fleet-12a34b55-67cd-8ef9-ba9b-9208dEXAMPLE',
  'sfr-73fbd2ce-aa30-494c-8788-1cee4EXAMPLE',
  'export-ami-1234567890abcdef0',
  '4b2293b4-5813-4cc8-9ce3-1957fc1dfefa',
])('takes %s for an ID', async (resourceId) => {
  await using aws = fakeAws({ answers: { CreateTags: {} } });
  await tagResource({ resourceId, tags: { a: 'b' } }, { session: aws.session });
  expect(aws.requests[0]?.input).toMatchObject({ Resources: [resourceId] });
});

it("needs its action on EC2's resources, and AWS can be asked for it without a change", async () => {
  expect(policyFor(tagResource, untagResource).Statement).toMatchObject([
    { Action: ['ec2:CreateTags', 'ec2:DeleteTags'], Resource: 'arn:aws:ec2:*:*:*/*' },
  ]);
  await using aws = fakeAws();
  aws.on(
    'CreateTags',
    awsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', { status: 412 }),
  );
  const check = await checkPermission(tagResource, { resourceId: idOf(1), tags: { a: 'b' } }, { session: aws.session });
  expect(check).toEqual({ allowed: true });
  expect(aws.requests[0]?.input).toMatchObject({ DryRun: true });
});
