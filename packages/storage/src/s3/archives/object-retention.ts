import { type AwsInput, type AwsResource, type InputFields, resource, type Schema, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { ObjectLockRetention$ } from '@aws-sdk/client-s3';

import { type ObjectLockMode, objectLockModes } from '../object-settings.js';

/** The members that identify a version of an object. */
export interface ObjectVersionReference extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The ID of the version. Default: the current version. */
  readonly versionId?: string | undefined;
}

/** Checks the members of {@link ObjectVersionReference}. */
export const objectVersionReference = (): InputFields<ObjectVersionReference> => ({
  bucket: bucketName(),
  key: objectKey(),
  versionId: z.optional(text(1, 1_024)),
});

/** The Object Lock retention of a version. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ObjectLockRetention.html */
export interface ObjectRetention extends AwsResource {
  /** The mode: `GOVERNANCE` or `COMPLIANCE`. */
  readonly mode: ObjectLockMode;
  /** The time at which the retention ends, in UTC. */
  readonly retainUntilDate: Date;
}

/** Parses one S3 `ObjectLockRetention` structure. */
export const objectRetention = (): Schema<ObjectRetention> =>
  resource<ObjectRetention>(ObjectLockRetention$, { mode: z.enum(objectLockModes), retainUntilDate: z.date() });
