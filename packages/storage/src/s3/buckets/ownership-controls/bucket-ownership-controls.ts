import { type AwsResource, type Open, openEnum, resource, type Schema } from '@arch/core/builder';
import { OwnershipControlsRule$ } from '@aws-sdk/client-s3';

/** Values of Object Ownership. `BucketOwnerEnforced` disables access control lists. */
export const objectOwnerships = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'] as const;
export type ObjectOwnership = Open<(typeof objectOwnerships)[number]>;

/** The Object Ownership of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_OwnershipControlsRule.html */
export interface BucketOwnershipControls extends AwsResource {
  /**
   * The owner of new objects: `BucketOwnerEnforced` (the bucket owner; access control lists are disabled), `BucketOwnerPreferred` or
   * `ObjectWriter`.
   */
  readonly objectOwnership: ObjectOwnership;
}

/** Parses one S3 `OwnershipControlsRule` structure. */
export const bucketOwnershipControls = (): Schema<BucketOwnershipControls> =>
  resource<BucketOwnershipControls>(OwnershipControlsRule$, { objectOwnership: openEnum(objectOwnerships) });
