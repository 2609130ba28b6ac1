import { NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  deleteBucketMetricsConfiguration,
  getBucketMetricsConfiguration,
  listBucketMetricsConfigurations,
  putBucketMetricsConfiguration,
} from './index.js';

const reference = { bucket: 'reports', id: 'invoices' };
const accessPointArn = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/readers';

it('puts, gets, lists and deletes a configuration', async () => {
  await using aws = fakeAws({ answers: { PutBucketMetricsConfiguration: {}, DeleteBucketMetricsConfiguration: {} } });
  const { session } = aws;
  await putBucketMetricsConfiguration({ ...reference, prefix: 'invoices/', accessPointArn }, { session });
  const MetricsConfiguration = {
    Id: 'invoices',
    Filter: { And: { Prefix: 'invoices/', AccessPointArn: accessPointArn } },
  };
  expect(aws.requests[0]?.input).toMatchObject({ MetricsConfiguration });
  await putBucketMetricsConfiguration(reference, { session });
  expect(aws.requests[1]?.body).not.toContain('Filter');
  aws.on('GetBucketMetricsConfiguration', { MetricsConfiguration });
  const found = await getBucketMetricsConfiguration(reference, { session });
  expect(found).toEqual({ id: 'invoices', prefix: 'invoices/', tags: {}, accessPointArn });
  await putBucketMetricsConfiguration({ bucket: 'reports', ...found }, { session });
  aws.on('ListBucketMetricsConfigurations', {
    MetricsConfigurationList: [{ Id: 'all' }, { Id: 'tagged', Filter: { Tag: { Key: 'a', Value: 'b' } } }],
    IsTruncated: false,
  });
  const all = await listBucketMetricsConfigurations({ bucket: 'reports' }, { session }).toArray();
  expect(all).toEqual([
    { id: 'all', tags: {} },
    { id: 'tagged', tags: { a: 'b' } },
  ]);
  await deleteBucketMetricsConfiguration(reference, { session });
});

it('throws NotFoundError for an unknown configuration, and rejects a wrong ID', async () => {
  await using aws = fakeAws();
  const missing = awsError('NoSuchConfiguration', 'The specified configuration does not exist.', { status: 404 });
  aws.on('DeleteBucketMetricsConfiguration', missing);
  const call = deleteBucketMetricsConfiguration(reference, { session: aws.session });
  await expect(call).rejects.toThrow(NotFoundError);
  await expect(call).rejects.toThrow('metrics configuration invoices in bucket reports does not exist');
  await expect(putBucketMetricsConfiguration({ ...reference, id: 'a b' }, { session: aws.session })).rejects.toThrow(
    'id must be text of letters, digits and _ . - (got "a b")',
  );
});
