import { type AwsResource, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { ObjectLockRetention$ } from '@aws-sdk/client-s3';

import { type ObjectLockMode, objectLockModes } from '../object-settings.js';

/** The Object Lock retention of a version. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ObjectLockRetention.html */
export interface ObjectRetention extends AwsResource {
  /** The mode: `GOVERNANCE` or `COMPLIANCE`. */
  readonly mode: ObjectLockMode;
  /** The time at which the retention ends, in UTC. */
  readonly retainUntilDate: Date;
}

/** Parses one S3 `ObjectLockRetention` structure. */
export const objectRetention = (): Schema<ObjectRetention> =>
  resource<ObjectRetention>(ObjectLockRetention$, { mode: openEnum(objectLockModes), retainUntilDate: z.date() });
