import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { deleteBucketEncryption, getBucketEncryption, putBucketEncryption } from './index.js';

const bucket = 'reports';

it('is set with keys of S3, or with a KMS key and by default a bucket key', async () => {
  await using aws = fakeAws({ answers: { PutBucketEncryption: {} } });
  const { session } = aws;
  await putBucketEncryption({ bucket, encryption: 'AES256', blockedEncryptionTypes: ['SSE-C'] }, { session });
  await putBucketEncryption({ bucket, encryption: { kmsKeyId: 'alias/own' } }, { session });
  await putBucketEncryption({ bucket, encryption: { kmsKeyId: 'alias/own', dualLayer: true } }, { session });
  const rules = aws.requests.map(({ body }) => /<Rule>(.*)<\/Rule>/.exec(String(body))?.[1]);
  const key = '<KMSMasterKeyID>alias/own</KMSMasterKeyID>';
  const byDefault = (text: string): string =>
    `<ApplyServerSideEncryptionByDefault>${text}</ApplyServerSideEncryptionByDefault>`;
  expect(rules).toEqual([
    `${byDefault('<SSEAlgorithm>AES256</SSEAlgorithm>')}<BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes>`,
    `${byDefault(`<SSEAlgorithm>aws:kms</SSEAlgorithm>${key}`)}<BucketKeyEnabled>true</BucketKeyEnabled>`,
    byDefault(`<SSEAlgorithm>aws:kms:dsse</SSEAlgorithm>${key}`),
  ]);
});

it('is returned, and deleted; a bucket without one is an error that names the remedy', async () => {
  await using aws = fakeAws({ answers: { DeleteBucketEncryption: {} } });
  const { session } = aws;
  const rule = {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/own' },
    BucketKeyEnabled: true,
  };
  aws.once('GetBucketEncryption', { ServerSideEncryptionConfiguration: { Rules: [rule] } });
  expect(await getBucketEncryption(bucket, { session })).toEqual({
    encryption: 'aws:kms',
    kmsKeyId: 'alias/own',
    bucketKeyEnabled: true,
    blockedEncryptionTypes: [],
  });
  await deleteBucketEncryption(bucket, { session });
  expect(aws.requests[1]?.input).toEqual({ Bucket: bucket });
  aws.on('GetBucketEncryption', awsError('ServerSideEncryptionConfigurationNotFoundError', 'none', { status: 404 }));
  const reading = getBucketEncryption(bucket, { session });
  await expect(reading).rejects.toThrow(NotFoundError);
  await expect(reading).rejects.toThrow(
    'getBucketEncryption: default encryption in bucket reports does not exist in this account and region. AWS says: none. Set it with putBucketEncryption.',
  );
});

it.each([
  [{ kmsKeyId: '' }, 'encryption.kmsKeyId must have at least 1 character'],
  [{ kmsKeyId: 'alias/own', dualLayer: true, bucketKeyEnabled: true }, 'provide either dualLayer or bucketKeyEnabled'],
])('rejects %o before anything is sent', async (encryption, message) => {
  await using aws = fakeAws();
  const call = putBucketEncryption({ bucket, encryption }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
