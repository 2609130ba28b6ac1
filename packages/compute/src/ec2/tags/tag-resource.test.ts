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

it('joins calls with equal tags into one request for up to 100 resources', async () => {
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
  const sent = aws.requests.map(({ input }) => [resourcesOf(input).length, input['Tags']] as const);
  // The order of requests with different tags is not specified.
  expect(sent.toSorted(([one], [other]) => other - one)).toEqual([
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

it('rejects only the call for an unknown resource', async () => {
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

it('rejects only the call for a resource that AWS denies, although AWS does not name it', async () => {
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

it('names the remedy if a resource has 50 tags', async () => {
  await using aws = fakeAws();
  aws.on('CreateTags', awsError('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.'));
  const call = tagResource({ resourceId: idOf(1), tags: { a: 'b' } }, { session: aws.session });
  await expect(call).rejects.toThrow(QuotaExceededError);
  await expect(call).rejects.toThrow(/untagResource/);
});

it.each([
  ['an ARN', { resourceId: 'arn:aws:ec2:eu-west-1:123456789012:volume/vol-0123456789abcdef0' }, /not an ARN or a name/],
  [
    'a name',
    { resourceId: 'web' },
    /resourceId must be the ID of an EC2 resource, e\.g\. vol-0123456789abcdef0, not an ARN or a name \(got "web"\)/,
  ],
  ['no tags', { tags: {} }, /tags: provide at least one tag/],
  [
    'a reserved key',
    { tags: { 'aws:team': 'x' } },
    /the key "aws:team" of tags must be text without the prefix "aws:", which is reserved for AWS/,
  ],
  ['a long value', { tags: { team: 'x'.repeat(257) } }, /tags\.team must have at most 256 characters/],
  ['51 tags', { tags: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, ''])) }, /at most 50 tags/],
])('rejects %s before anything is sent', async (_what, changed, message) => {
  await using aws = fakeAws();
  const call = tagResource({ resourceId: idOf(1), tags: { a: 'b' }, ...changed }, { session: aws.session });
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
])('accepts the ID %s', async (resourceId) => {
  await using aws = fakeAws({ answers: { CreateTags: {} } });
  await tagResource({ resourceId, tags: { a: 'b' } }, { session: aws.session });
  expect(aws.requests[0]?.input).toMatchObject({ Resources: [resourceId] });
});

it('requires its action on all EC2 resources, and checkPermission checks it without a change', async () => {
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
