import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  deleteBucketIntelligentTieringConfiguration,
  getBucketIntelligentTieringConfiguration,
  listBucketIntelligentTieringConfigurations,
  putBucketIntelligentTieringConfiguration,
  type Tiering,
} from './index.js';

const reference = { bucket: 'reports', id: 'archive' };
const tierings: readonly Tiering[] = [
  { days: 90, accessTier: 'ARCHIVE_ACCESS' },
  { days: 180, accessTier: 'DEEP_ARCHIVE_ACCESS' },
];
const configuration = {
  Id: 'archive',
  Status: 'Enabled',
  Filter: { And: { Prefix: 'logs/', Tags: [{ Key: 'a', Value: 'b' }] } },
  Tierings: [
    { Days: 90, AccessTier: 'ARCHIVE_ACCESS' },
    { Days: 180, AccessTier: 'DEEP_ARCHIVE_ACCESS' },
  ],
};

it('puts, gets, lists and deletes a configuration; it can be sent back', async () => {
  await using aws = fakeAws({
    answers: {
      PutBucketIntelligentTieringConfiguration: {},
      GetBucketIntelligentTieringConfiguration: { IntelligentTieringConfiguration: configuration },
      DeleteBucketIntelligentTieringConfiguration: {},
    },
  });
  const { session } = aws;
  const members = { ...reference, tierings, prefix: 'logs/', tags: { a: 'b' } };
  await putBucketIntelligentTieringConfiguration(members, { session });
  expect(aws.requests[0]?.input).toMatchObject({ IntelligentTieringConfiguration: configuration });
  const found = await getBucketIntelligentTieringConfiguration(reference, { session });
  expect(found).toEqual({ id: 'archive', status: 'Enabled', prefix: 'logs/', tags: { a: 'b' }, tierings });
  await putBucketIntelligentTieringConfiguration({ bucket: 'reports', ...found }, { session });
  aws.once('ListBucketIntelligentTieringConfigurations', {
    IntelligentTieringConfigurationList: [configuration],
    IsTruncated: true,
    NextContinuationToken: 'next',
  });
  aws.once('ListBucketIntelligentTieringConfigurations', {
    IntelligentTieringConfigurationList: [{ ...configuration, Id: 'all', Filter: undefined }],
    IsTruncated: false,
  });
  const all = await listBucketIntelligentTieringConfigurations({ bucket: 'reports' }, { session }).toArray();
  expect(all.map(({ id, tags }) => [id, tags])).toEqual([
    ['archive', { a: 'b' }],
    ['all', {}],
  ]);
  await deleteBucketIntelligentTieringConfiguration(reference, { session });
});

it('throws NotFoundError for an unknown configuration', async () => {
  await using aws = fakeAws();
  const missing = awsError('NoSuchConfiguration', 'The specified configuration does not exist.', { status: 404 });
  aws.on('GetBucketIntelligentTieringConfiguration', missing);
  const call = getBucketIntelligentTieringConfiguration(reference, { session: aws.session });
  await expect(call).rejects.toThrow(NotFoundError);
  await expect(call).rejects.toThrow('intelligent-tiering configuration archive in bucket reports does not exist');
});

it.each<[readonly Tiering[], string]>([
  [[], 'tierings must have at least 1 item'],
  [[{ days: 89, accessTier: 'ARCHIVE_ACCESS' }], 'tierings[0].days must be at least 90 (got 89)'],
  [[{ days: 90, accessTier: 'DEEP_ARCHIVE_ACCESS' }], 'provide at least 180 days for DEEP_ARCHIVE_ACCESS'],
  [[tierings[0]!, tierings[0]!], 'a list with at most one tiering for each accessTier'],
])('rejects the tierings %o before anything is sent', async (wrong, message) => {
  await using aws = fakeAws();
  const call = putBucketIntelligentTieringConfiguration({ ...reference, tierings: wrong }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
