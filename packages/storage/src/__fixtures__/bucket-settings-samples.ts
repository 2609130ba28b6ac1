import type { LayerSamples } from '@arch/contract';

const bucket = 'reports';

/** One valid input per function, one valid response per AWS operation. */
export const bucketSettingsSamples: LayerSamples = {
  inputs: {
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
    DeleteBucketEncryption: {},
    DeleteBucketOwnershipControls: {},
    DeleteBucketTagging: {},
    DeletePublicAccessBlock: {},
    PutBucketOwnershipControls: {},
    PutObjectLockConfiguration: {},
    PutPublicAccessBlock: {},
  },
  withoutDocument: [
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
