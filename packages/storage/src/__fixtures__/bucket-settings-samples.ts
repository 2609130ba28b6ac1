import type { LayerSamples } from '@arch/contract';

const bucket = 'reports';

/** One valid input per function, one valid response per AWS operation. */
export const bucketSettingsSamples: LayerSamples = {
  inputs: {
    addLifecycleRule: { bucket, id: 'uploads', rule: { abortIncompleteMultipartUploadDays: 7 } },
    deleteBucketLifecycle: bucket,
    getBucketLifecycleConfiguration: bucket,
    putBucketLifecycleConfiguration: { bucket, rules: [{ prefix: 'logs/', expiration: { days: 30 } }] },
    removeLifecycleRule: { bucket, id: 'logs' },
    deleteBucketEncryption: bucket,
    deleteBucketOwnershipControls: bucket,
    deleteBucketTagging: bucket,
    deletePublicAccessBlock: bucket,
    getBucketEncryption: bucket,
    getBucketOwnershipControls: bucket,
    getBucketTagging: bucket,
    getBucketVersioning: bucket,
    getObjectLockConfiguration: bucket,
    getPublicAccessBlock: bucket,
    putBucketEncryption: { bucket, encryption: 'AES256' },
    putBucketOwnershipControls: { bucket, objectOwnership: 'BucketOwnerEnforced' },
    putBucketTagging: { bucket, tags: { team: 'web' } },
    putBucketVersioning: { bucket, status: 'Enabled' },
    putObjectLockConfiguration: { bucket, defaultRetention: { mode: 'COMPLIANCE', years: 7 } },
    putPublicAccessBlock: { bucket, blockPublicPolicy: false },
  },
  answers: {
    DeleteBucketLifecycle: {},
    GetBucketLifecycleConfiguration: {
      Rules: [
        { ID: 'logs', Status: 'Enabled', Filter: { Prefix: 'logs/' }, Expiration: { Days: 30 } },
        { ID: 'all', Status: 'Enabled', Filter: {}, NoncurrentVersionExpiration: { NoncurrentDays: 90 } },
      ],
    },
    PutBucketLifecycleConfiguration: {},
    DeleteBucketEncryption: {},
    DeleteBucketOwnershipControls: {},
    DeleteBucketTagging: {},
    DeletePublicAccessBlock: {},
    PutBucketOwnershipControls: {},
    PutObjectLockConfiguration: {},
    PutPublicAccessBlock: {},
  },
  withoutDocument: [
    'DeleteBucketLifecycle',
    'PutBucketLifecycleConfiguration',
    'DeleteBucketEncryption',
    'DeleteBucketOwnershipControls',
    'DeleteBucketTagging',
    'DeletePublicAccessBlock',
    'PutBucketOwnershipControls',
    'PutBucketTagging',
    'PutBucketVersioning',
    'PutObjectLockConfiguration',
    'PutPublicAccessBlock',
  ],
};
