import { NotFoundError } from '@arch/core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { getBucketAcl, putBucketAcl } from './access-control/index.js';
import { getBucketAccelerateConfiguration, putBucketAccelerateConfiguration } from './acceleration/index.js';
import { deleteBucketCors, getBucketCors, putBucketCors } from './cors-rules/index.js';
import { deleteBucketEncryption, getBucketEncryption, putBucketEncryption } from './encryption/index.js';
import { createBucket, deleteBucket, waitForBucket } from './index.js';
import {
  abortUploadsAfter,
  addLifecycleRule,
  archiveAfter,
  deleteBucketLifecycle,
  expireAfter,
  getBucketLifecycleConfiguration,
  putBucketLifecycleConfiguration,
  removeLifecycleRule,
} from './lifecycle-rules/index.js';
import { getBucketLogging, putBucketLogging } from './logging/index.js';
import { getObjectLockConfiguration, putObjectLockConfiguration } from './object-locks/index.js';
import {
  deleteBucketOwnershipControls,
  getBucketOwnershipControls,
  putBucketOwnershipControls,
} from './ownership-controls/index.js';
import {
  addBucketPolicyStatement,
  deleteBucketPolicy,
  denyInsecureTransport,
  getBucketPolicy,
  putBucketPolicy,
  removeBucketPolicyStatement,
} from './policies/index.js';
import { deletePublicAccessBlock, getPublicAccessBlock, putPublicAccessBlock } from './public-access-blocks/index.js';
import { deleteBucketReplication, getBucketReplication, putBucketReplication } from './replication/index.js';
import { deleteBucketTagging, getBucketTagging, putBucketTagging } from './tags/index.js';
import { getBucketVersioning, putBucketVersioning } from './versioning/index.js';
import { deleteBucketWebsite, getBucketWebsite, putBucketWebsite } from './websites/index.js';

const bucket = 'local-settings';

beforeAll(async () => {
  await createBucket(bucket);
  await waitForBucket({ bucket, state: 'exists' });
});

afterAll(async () => {
  await deleteBucket({ bucket, empty: true });
  await waitForBucket({ bucket, state: 'deleted' });
});

it('puts, changes and deletes lifecycle rules', async () => {
  await expect(getBucketLifecycleConfiguration(bucket)).rejects.toThrow(NotFoundError);
  await putBucketLifecycleConfiguration({
    bucket,
    rules: [
      archiveAfter({ days: 90, prefix: 'invoices/', id: 'archive' }),
      expireAfter({ years: 7, tags: { a: 'b', c: 'd' }, id: 'expire' }),
    ],
  });
  await addLifecycleRule({ bucket, id: 'uploads', rule: abortUploadsAfter({ days: 7 }) });
  await removeLifecycleRule({ bucket, id: 'archive' });
  expect((await getBucketLifecycleConfiguration(bucket)).rules).toMatchObject([
    { id: 'expire', tags: { a: 'b', c: 'd' }, expiration: { days: 2_557 } },
    { id: 'uploads', abortIncompleteMultipartUploadDays: 7 },
  ]);
  await deleteBucketLifecycle(bucket);
  await expect(getBucketLifecycleConfiguration(bucket)).rejects.toThrow(NotFoundError);
});

it('puts, changes and deletes the policy', async () => {
  const statements = [denyInsecureTransport(bucket)];
  await putBucketPolicy({ bucket, statements });
  expect(await getBucketPolicy(bucket)).toEqual({ version: '2012-10-17', statements });
  const read = {
    Sid: 'Read',
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${bucket}/*`,
  } as const;
  await addBucketPolicyStatement({ bucket, statement: read });
  expect((await getBucketPolicy(bucket)).statements).toEqual([...statements, read]);
  await removeBucketPolicyStatement({ bucket, sid: 'Read' });
  expect((await getBucketPolicy(bucket)).statements).toEqual(statements);
  await deleteBucketPolicy(bucket);
  await expect(getBucketPolicy(bucket)).rejects.toThrow(NotFoundError);
});

it('puts and deletes CORS rules and the website settings', async () => {
  const rules = [{ allowedOrigins: ['https://example.com'], allowedMethods: ['PUT' as const], maxAgeSeconds: 60 }];
  await putBucketCors({ bucket, rules });
  expect((await getBucketCors(bucket)).rules).toMatchObject(rules);
  await deleteBucketCors(bucket);
  await expect(getBucketCors(bucket)).rejects.toThrow(NotFoundError);
  const site = { indexDocument: 'index.html', errorDocument: 'error.html' };
  await putBucketWebsite({ bucket, ...site });
  expect(await getBucketWebsite(bucket)).toMatchObject(site);
  await deleteBucketWebsite(bucket);
  await expect(getBucketWebsite(bucket)).rejects.toThrow(NotFoundError);
});

it('puts and deletes encryption, public access block, ownership and tags', async () => {
  await putBucketEncryption({ bucket, encryption: { kmsKeyId: 'alias/aws/s3' } });
  expect(await getBucketEncryption(bucket)).toMatchObject({ encryption: 'aws:kms', kmsKeyId: 'alias/aws/s3' });
  await deleteBucketEncryption(bucket);
  await putPublicAccessBlock(bucket);
  expect(await getPublicAccessBlock(bucket)).toMatchObject({ blockPublicAcls: true, restrictPublicBuckets: true });
  await deletePublicAccessBlock(bucket);
  await expect(getPublicAccessBlock(bucket)).rejects.toThrow(NotFoundError);
  await putBucketOwnershipControls({ bucket, objectOwnership: 'BucketOwnerEnforced' });
  expect(await getBucketOwnershipControls(bucket)).toEqual({ objectOwnership: 'BucketOwnerEnforced' });
  await deleteBucketOwnershipControls(bucket);
  await putBucketTagging({ bucket, tags: { team: 'web' } });
  expect(await getBucketTagging(bucket)).toEqual({ tags: { team: 'web' } });
  await deleteBucketTagging(bucket);
  await expect(getBucketTagging(bucket)).rejects.toThrow(NotFoundError);
});

// The local AWS implements no requester pays, Intelligent-Tiering, inventories and metrics.
it('sets versioning, Object Lock, logging and acceleration', async () => {
  expect((await getBucketVersioning(bucket)).status).toBe('Disabled');
  await putBucketVersioning({ bucket, status: 'Enabled' });
  expect((await getBucketVersioning(bucket)).status).toBe('Enabled');
  await putObjectLockConfiguration({ bucket, defaultRetention: { mode: 'GOVERNANCE', days: 1 } });
  expect((await getObjectLockConfiguration(bucket)).defaultRetention).toEqual({ mode: 'GOVERNANCE', days: 1 });
  await putBucketLogging({ bucket, targetBucket: bucket, targetPrefix: 'logs/' });
  expect(await getBucketLogging(bucket)).toMatchObject({ targetBucket: bucket, targetPrefix: 'logs/' });
  await putBucketLogging({ bucket });
  expect((await getBucketLogging(bucket)).targetBucket).toBeUndefined();
  await putBucketAccelerateConfiguration({ bucket, status: 'Enabled' });
  expect(await getBucketAccelerateConfiguration(bucket)).toEqual({ status: 'Enabled' });
});

it('puts and deletes replication rules', async () => {
  const role = 'arn:aws:iam::123456789012:role/replication';
  const destinationBucketArn = `arn:aws:s3:::${bucket}`;
  await putBucketReplication({ bucket, role, rules: [{ destinationBucketArn, prefix: 'a/' }] });
  expect(await getBucketReplication(bucket)).toMatchObject({ role, rules: [{ destinationBucketArn, prefix: 'a/' }] });
  await deleteBucketReplication(bucket);
  await expect(getBucketReplication(bucket)).rejects.toThrow(NotFoundError);
});

it('reads the access control list, and writes it back', async () => {
  await putBucketOwnershipControls({ bucket, objectOwnership: 'BucketOwnerPreferred' });
  await putBucketAcl({ bucket, acl: 'private' });
  const { ownerId, grants } = await getBucketAcl(bucket);
  expect(grants).toMatchObject([{ grantee: { id: ownerId }, permission: 'FULL_CONTROL' }]);
  await putBucketAcl({ bucket, ownerId, grants });
  expect(await getBucketAcl(bucket)).toEqual({ ownerId, grants });
});
