import { type AwsInput, type AwsResource, type InputFields, resource, type Schema, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { ObjectLockRetention$ } from '@aws-sdk/client-s3';

import { type ObjectLockMode, objectLockModes } from '../object-settings.js';

/** Which version of an object. */
export interface ObjectVersionReference extends AwsInput {
  readonly bucket: string;
  readonly key: string;
  /** Default: the newest. */
  readonly versionId?: string | undefined;
}

/** The members of an {@link ObjectVersionReference}, checked. */
export const objectVersionReference = (): InputFields<ObjectVersionReference> => ({
  bucket: bucketName(),
  key: objectKey(),
  versionId: z.optional(text(1, 1_024)),
});

/** How long Object Lock keeps a version from deletion. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ObjectLockRetention.html */
export interface ObjectRetention extends AwsResource {
  readonly mode: ObjectLockMode;
  readonly retainUntilDate: Date;
}

/** Parses one S3 `ObjectLockRetention` structure. */
export const objectRetention = (): Schema<ObjectRetention> =>
  resource<ObjectRetention>(ObjectLockRetention$, { mode: z.enum(objectLockModes), retainUntilDate: z.date() });
