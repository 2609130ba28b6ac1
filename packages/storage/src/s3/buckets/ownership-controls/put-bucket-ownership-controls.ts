import { conflict, input, noOutput, operation, type Operation, openEnum } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketOwnershipControlsCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { type ObjectOwnership, objectOwnerships } from './bucket-ownership-controls.js';

export interface PutBucketOwnershipControlsInput extends BucketReference {
  /**
   * The owner of new objects. `BucketOwnerEnforced`: the bucket owner; access control lists are disabled, which AWS recommends.
   * `BucketOwnerPreferred`: the bucket owner if the writer sets the ACL `bucket-owner-full-control`. `ObjectWriter`: the account that writes the
   * object.
   */
  readonly objectOwnership: ObjectOwnership;
}

/**
 * Replaces the Object Ownership of a bucket. `BucketOwnerEnforced` also applies to existing objects.
 *
 * @example
 * await putBucketOwnershipControls({ bucket: 'reports', objectOwnership: 'BucketOwnerEnforced' });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} the access control list of the bucket grants access to others; remove these grants first.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html
 */
export const putBucketOwnershipControls: Operation<PutBucketOwnershipControlsInput, void, { on: 'bucket' }> = operation(
  () => ({
    name: 'putBucketOwnershipControls',
    service: s3,
    command: PutBucketOwnershipControlsCommand,
    repeatable: true,
    permissions: [{ action: 's3:PutBucketOwnershipControls', resources: ['bucket'] }],
    key: 'bucket',
    input: input<PutBucketOwnershipControlsInput>({
      ...bucketReference(),
      objectOwnership: openEnum(objectOwnerships),
    }),
    output: noOutput(),
    request: ({ bucket, objectOwnership }) => ({
      Bucket: bucket,
      OwnershipControls: { Rules: [{ ObjectOwnership: objectOwnership as never }] },
    }),
    errors: {
      InvalidBucketAclWithObjectOwnership: conflict({
        resource: 'bucket',
        member: 'bucket',
        remedy:
          'Its access control list grants access to others: remove these grants, or grant access in the bucket policy.',
      }),
    },
  }),
);
