import type { LayerSamples } from '@arch/contract';
import { z } from '@arch/core/builder';
import { awsError } from '@arch/core/testing';

const object = { bucket: 'reports', key: '2026/11.csv' };
const head = { ContentLength: 5, ETag: '"5d41402a"', LastModified: '2026-11-01T10:00:00Z', ContentType: 'text/csv' };

/** One valid input per function, one valid response per AWS operation. */
export const bucketsSamples: LayerSamples = {
  inputs: {
    getBucketNotificationConfiguration: 'reports',
    putBucketNotificationConfiguration: { bucket: 'reports', eventBridge: true },
    copyObject: { ...object, source: object },
    createBucket: 'reports-2026',
    deleteBucket: 'reports',
    deleteObject: object,
    deleteObjects: { bucket: 'reports', objects: ['2026/11.csv'] },
    describeBucket: 'reports',
    getObjectBytes: object,
    getObjectJson: { ...object, schema: z.unknown() },
    getObjectStream: object,
    getObjectText: object,
    headObject: object,
    listBuckets: {},
    listObjectVersions: { bucket: 'reports' },
    listObjects: { bucket: 'reports' },
    putObject: { ...object, body: 'hello' },
  },
  thorough: {
    createBucket: { bucket: 'reports-2026', versioning: true, encryption: 'AES256', tags: { team: 'web' } },
  },
  answers: {
    GetBucketNotificationConfiguration: { EventBridgeConfiguration: {} },
    PutBucketNotificationConfiguration: {},
    CopyObject: { CopyObjectResult: { ETag: '"5d41402a"', LastModified: '2026-11-01T10:00:00Z' } },
    CreateBucket: {},
    DeleteBucket: {},
    DeleteObject: {},
    DeleteObjects: {},
    GetBucketEncryption: {
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    },
    GetBucketOwnershipControls: { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
    GetBucketTagging: { TagSet: [{ Key: 'team', Value: 'web' }] },
    GetBucketVersioning: {},
    GetObject: { ...head, Body: '"hi!"' },
    GetObjectLockConfiguration: { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } },
    GetPublicAccessBlock: { PublicAccessBlockConfiguration: { BlockPublicAcls: true } },
    // createBucket creates the only bucket that does not exist.
    HeadBucket: ({ Bucket }: { Bucket?: string }) =>
      Bucket === 'reports-2026' ? awsError('NotFound', '', { status: 404 }) : { BucketRegion: 'eu-west-1' },
    // The copies of the archives of a vault do not exist yet.
    HeadObject: ({ Key = '' }: { Key?: string }) =>
      Key.startsWith('vault/') ? awsError('NotFound', '', { status: 404 }) : head,
    ListBuckets: { Buckets: [{ Name: 'reports', CreationDate: '2026-11-01T10:00:00Z' }] },
    ListObjectVersions: {
      Versions: [{ Key: '2026/11.csv', VersionId: 'v1', IsLatest: true, ETag: '"5d41402a"', Size: 5 }],
      IsTruncated: false,
    },
    ListObjectsV2: {
      Contents: [{ Key: '2026/11.csv', Size: 5, LastModified: '2026-11-01T10:00:00Z', ETag: '"5d41402a"' }],
      IsTruncated: false,
    },
    PutBucketEncryption: {},
    PutObject: { ETag: '"5d41402a"' },
    PutBucketTagging: {},
    PutBucketVersioning: {},
  },
  withoutDocument: [
    'CreateBucket',
    'DeleteBucket',
    'DeleteObject',
    'GetObject',
    'HeadBucket',
    'HeadObject',
    'PutBucketEncryption',
    'PutBucketNotificationConfiguration',
    'PutObject',
  ],
};
