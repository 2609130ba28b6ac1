import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  abortUploadsAfter,
  archiveAfter,
  archiveNoncurrentVersionsAfter,
  deleteBucketLifecycle,
  expireAfter,
  expireNoncurrentVersionsAfter,
  getBucketLifecycleConfiguration,
  type LifecycleRuleSettings,
  putBucketLifecycleConfiguration,
} from './index.js';

const bucket = 'reports';
const date = new Date('2027-01-01T00:00:00Z');

it('sends readable rules in the form of S3', async () => {
  await using aws = fakeAws({ answers: { PutBucketLifecycleConfiguration: {} } });
  const rules = [
    archiveAfter({ days: 90, storageClass: 'DEEP_ARCHIVE', prefix: 'invoices/', id: 'archive' }),
    expireAfter({ years: 7, tags: { keep: 'seven-years' }, objectSizeGreaterThanBytes: 1_024 }),
    archiveNoncurrentVersionsAfter({ days: 30, storageClass: 'STANDARD_IA', newerNoncurrentVersions: 1 }),
    expireNoncurrentVersionsAfter({ days: 90, newerNoncurrentVersions: 3 }),
    abortUploadsAfter({ days: 7 }),
  ];
  await putBucketLifecycleConfiguration({ bucket, rules }, { session: aws.session });
  const sent = aws.requests[0]?.input as { LifecycleConfiguration: unknown };
  const Status = 'Enabled';
  expect(sent.LifecycleConfiguration).toEqual({
    Rules: [
      {
        ID: 'archive',
        Status,
        Filter: { Prefix: 'invoices/' },
        Transitions: [{ Days: 90, StorageClass: 'DEEP_ARCHIVE' }],
      },
      {
        Status,
        Filter: { And: { Tags: [{ Key: 'keep', Value: 'seven-years' }], ObjectSizeGreaterThan: 1_024 } },
        Expiration: { Days: 2_557 },
      },
      {
        Status,
        Filter: { Prefix: '' },
        NoncurrentVersionTransitions: [{ NoncurrentDays: 30, NewerNoncurrentVersions: 1, StorageClass: 'STANDARD_IA' }],
      },
      {
        Status,
        Filter: { Prefix: '' },
        NoncurrentVersionExpiration: { NoncurrentDays: 90, NewerNoncurrentVersions: 3 },
      },
      { Status, Filter: { Prefix: '' }, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
    ],
  });
});

it.each<[Partial<LifecycleRuleSettings>, object]>([
  [{ prefix: '' }, { Prefix: '' }],
  [{ tags: { a: 'b' } }, { Tag: { Key: 'a', Value: 'b' } }],
  [{ objectSizeLessThanBytes: 5 }, { ObjectSizeLessThan: 5 }],
  [{ prefix: 'a/', objectSizeGreaterThanBytes: 0 }, { And: { Prefix: 'a/', ObjectSizeGreaterThan: 0 } }],
])('nests only several criteria: %o', async (members, filter) => {
  await using aws = fakeAws({ answers: { PutBucketLifecycleConfiguration: {} } });
  const rules = [{ ...members, expiration: { date } }];
  await putBucketLifecycleConfiguration({ bucket, rules }, { session: aws.session });
  const sent = aws.requests[0]?.input as { LifecycleConfiguration: { Rules: { Filter: unknown }[] } };
  expect(sent.LifecycleConfiguration.Rules[0]?.Filter).toEqual(filter);
  expect(aws.requests[0]?.body).toContain('<Date>2027-01-01T00:00:00Z</Date>');
});

it('returns the rules, also in the old form without a filter; they can be sent back', async () => {
  await using aws = fakeAws({ answers: { PutBucketLifecycleConfiguration: {} } });
  const { session } = aws;
  aws.on('GetBucketLifecycleConfiguration', {
    TransitionDefaultMinimumObjectSize: 'varies_by_storage_class',
    Rules: [
      { ID: 'old', Prefix: 'logs/', Status: 'Disabled', Expiration: { Days: 30 } },
      {
        ID: 'new',
        Status: 'Enabled',
        Filter: { And: { Prefix: 'a/', Tags: [{ Key: 'a', Value: 'b' }], ObjectSizeLessThan: 10 } },
        Transitions: [{ Date: '2027-01-01T00:00:00Z', StorageClass: 'GLACIER' }],
        NoncurrentVersionTransitions: [{ NoncurrentDays: 1, StorageClass: 'GLACIER_IR' }],
        NoncurrentVersionExpiration: { NoncurrentDays: 2 },
      },
      { ID: 'uploads', Status: 'Enabled', Filter: {}, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
    ],
  });
  const found = await getBucketLifecycleConfiguration(bucket, { session });
  const none = { tags: {}, transitions: [], noncurrentVersionTransitions: [] };
  expect(found).toEqual({
    transitionDefaultMinimumObjectSize: 'varies_by_storage_class',
    rules: [
      { ...none, id: 'old', status: 'Disabled', prefix: 'logs/', expiration: { days: 30 } },
      {
        id: 'new',
        status: 'Enabled',
        prefix: 'a/',
        tags: { a: 'b' },
        objectSizeLessThanBytes: 10,
        transitions: [{ date, storageClass: 'GLACIER' }],
        noncurrentVersionTransitions: [{ noncurrentDays: 1, storageClass: 'GLACIER_IR' }],
        noncurrentVersionExpiration: { noncurrentDays: 2 },
      },
      { ...none, id: 'uploads', status: 'Enabled', abortIncompleteMultipartUploadDays: 7 },
    ],
  });
  await putBucketLifecycleConfiguration({ bucket, ...found }, { session });
  expect(aws.requests[1]?.headers['x-amz-transition-default-minimum-object-size']).toBe('varies_by_storage_class');
});

it('deletes all rules; a bucket without rules is an error that names the remedy', async () => {
  await using aws = fakeAws({ answers: { DeleteBucketLifecycle: {} } });
  await deleteBucketLifecycle(bucket, { session: aws.session });
  aws.on('GetBucketLifecycleConfiguration', awsError('NoSuchLifecycleConfiguration', 'none', { status: 404 }));
  const reading = getBucketLifecycleConfiguration(bucket, { session: aws.session });
  await expect(reading).rejects.toThrow(NotFoundError);
  await expect(reading).rejects.toThrow(
    'lifecycle configuration in bucket reports does not exist in this account and region. AWS says: none. Set it with putBucketLifecycleConfiguration.',
  );
});

const archive = { days: 30, storageClass: 'GLACIER' };

it.each<[LifecycleRuleSettings, string]>([
  [{}, 'rules[0]: provide at least one action'],
  [{ transitions: [] }, 'rules[0]: provide at least one action'],
  [{ expiration: {} }, 'provide exactly one of days, date and expiredObjectDeleteMarker'],
  [{ expiration: { days: 0 } }, 'rules[0].expiration.days must be at least 1 (got 0)'],
  [{ expiration: { date: new Date(1) } }, 'rules[0].expiration.date must be a Date at midnight UTC'],
  [{ expiration: { days: 30 }, transitions: [archive] }, 'provide an expiration that is later than all transitions'],
  [
    {
      noncurrentVersionTransitions: [{ noncurrentDays: 30, storageClass: 'GLACIER' }],
      noncurrentVersionExpiration: { noncurrentDays: 30 },
    },
    'provide a noncurrentVersionExpiration that is later than all noncurrentVersionTransitions',
  ],
  [{ expiration: { date }, transitions: [archive] }, 'provide either days or dates, not both'],
  [{ transitions: [archive, archive] }, 'at most one transition for each storageClass'],
  [{ transitions: [{ days: 7, storageClass: 'STANDARD_IA' }] }, 'provide at least 30 days for STANDARD_IA'],
  [{ transitions: [{ storageClass: 'GLACIER' }] }, 'rules[0].transitions[0]: provide either days or date'],
  [{ abortIncompleteMultipartUploadDays: 1, tags: { a: 'b' } }, 'provide no tags and sizes with'],
  [
    { expiration: { days: 1 }, objectSizeGreaterThanBytes: 5, objectSizeLessThanBytes: 5 },
    'an objectSizeGreaterThanBytes that is less than objectSizeLessThanBytes',
  ],
  [
    { noncurrentVersionExpiration: { noncurrentDays: 1, newerNoncurrentVersions: 101 } },
    'rules[0].noncurrentVersionExpiration.newerNoncurrentVersions must be at most 100 (got 101)',
  ],
])('rejects the rule %o before anything is sent', async (rule, message) => {
  await using aws = fakeAws();
  const call = putBucketLifecycleConfiguration({ bucket, rules: [rule] }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it('rejects an empty list, and an ID that two rules have', async () => {
  await using aws = fakeAws();
  const put = (rules: readonly LifecycleRuleSettings[]): Promise<void> =>
    putBucketLifecycleConfiguration({ bucket, rules }, { session: aws.session });
  await expect(put([])).rejects.toThrow('rules must have at least 1 item');
  const rule = abortUploadsAfter({ days: 7, id: 'a' });
  await expect(put([rule, rule])).rejects.toThrow('a list of rules with different IDs');
});

it('rejects wrong members of readable rules at once', () => {
  expect(() => expireAfter({} as never)).toThrow('expireAfter: provide either days or years');
  expect(() => expireAfter({ days: 1, years: 1 })).toThrow('either days or years');
  expect(() => archiveAfter({ days: 1.5 })).toThrow('archiveAfter: days must be a whole number (got 1.5).');
  expect(() => abortUploadsAfter({ days: 1, tags: {} } as never)).toThrow('unknown member tags');
  expect(() => expireAfter(undefined as never)).toThrow(InvalidInputError);
});
