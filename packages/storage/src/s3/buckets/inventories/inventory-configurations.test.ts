import { NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  deleteBucketInventoryConfiguration,
  getBucketInventoryConfiguration,
  listBucketInventoryConfigurations,
  putBucketInventoryConfiguration,
} from './index.js';

const reference = { bucket: 'reports', id: 'all' };
const destinationBucketArn = 'arn:aws:s3:::inventories';

it("is sent with this function's defaults", async () => {
  await using aws = fakeAws({ answers: { PutBucketInventoryConfiguration: {} } });
  await putBucketInventoryConfiguration({ ...reference, destinationBucketArn }, { session: aws.session });
  const sent = aws.requests[0]?.input as { InventoryConfiguration: unknown };
  expect(sent.InventoryConfiguration).toEqual({
    Id: 'all',
    IsEnabled: true,
    Schedule: { Frequency: 'Daily' },
    IncludedObjectVersions: 'Current',
    Destination: { S3BucketDestination: { Bucket: destinationBucketArn, Format: 'CSV' } },
  });
});

it('puts, gets, lists and deletes an inventory; it can be sent back', async () => {
  await using aws = fakeAws({
    answers: { PutBucketInventoryConfiguration: {}, DeleteBucketInventoryConfiguration: {} },
  });
  const { session } = aws;
  const members = {
    id: 'all',
    destinationBucketArn,
    destinationPrefix: 'reports',
    format: 'Parquet',
    frequency: 'Weekly',
    includedObjectVersions: 'All',
    prefix: 'invoices/',
    optionalFields: ['Size', 'StorageClass'],
    kmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/4711',
    isEnabled: false,
  } as const;
  await putBucketInventoryConfiguration({ bucket: 'reports', ...members }, { session });
  const InventoryConfiguration = aws.requests[0]?.input['InventoryConfiguration'] as object;
  aws.on('GetBucketInventoryConfiguration', { InventoryConfiguration });
  const found = await getBucketInventoryConfiguration(reference, { session });
  expect(found).toEqual(members);
  await putBucketInventoryConfiguration({ bucket: 'reports', ...found }, { session });
  aws.on('ListBucketInventoryConfigurations', {
    InventoryConfigurationList: [InventoryConfiguration],
    IsTruncated: false,
  });
  expect(await listBucketInventoryConfigurations({ bucket: 'reports' }, { session }).toArray()).toEqual([members]);
  await deleteBucketInventoryConfiguration(reference, { session });
});

it('throws NotFoundError for an unknown inventory, and requires the ARN of a bucket', async () => {
  await using aws = fakeAws();
  const missing = awsError('NoSuchConfiguration', 'The specified configuration does not exist.', { status: 404 });
  aws.on('GetBucketInventoryConfiguration', missing);
  const call = getBucketInventoryConfiguration(reference, { session: aws.session });
  await expect(call).rejects.toThrow(NotFoundError);
  await expect(call).rejects.toThrow('inventory all in bucket reports does not exist');
  const wrong = { ...reference, destinationBucketArn: 'inventories' };
  await expect(putBucketInventoryConfiguration(wrong, { session: aws.session })).rejects.toThrow(
    'destinationBucketArn must be an ARN that begins with arn:aws:s3: (got "inventories")',
  );
});
