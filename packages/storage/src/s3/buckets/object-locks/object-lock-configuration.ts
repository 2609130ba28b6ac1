import { type AwsResource, from, maybe, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { DefaultRetention$, ObjectLockConfiguration$ } from '@aws-sdk/client-s3';

import { type ObjectLockMode, objectLockModes } from '../../object-settings.js';

/** The retention that Object Lock applies to new objects that are written without one. */
export interface DefaultRetention {
  /**
   * `COMPLIANCE`: nobody can delete an object version before the retention ends, not even the root user. `GOVERNANCE`: users with the
   * permission `s3:BypassGovernanceRetention` can.
   */
  readonly mode: ObjectLockMode;
  /** The duration in days, 1–36,500. Provide either `days` or `years`. */
  readonly days?: number | undefined;
  /** The duration in years, 1–100. Provide either `days` or `years`. */
  readonly years?: number | undefined;
}

/** The Object Lock of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ObjectLockConfiguration.html */
export interface ObjectLockConfiguration extends AwsResource {
  /** Whether Object Lock is enabled, i.e. object versions can have a retention or a legal hold. */
  readonly objectLock: boolean;
  /** The retention that Object Lock applies to new objects that are written without one. */
  readonly defaultRetention?: DefaultRetention | undefined;
}

/** Parses one S3 `ObjectLockConfiguration` structure. */
export const objectLockConfiguration = (): Schema<ObjectLockConfiguration> =>
  resource<ObjectLockConfiguration>(ObjectLockConfiguration$, {
    objectLock: from('ObjectLockEnabled', { type: z.boolean(), read: (value) => value === 'Enabled' }),
    defaultRetention: from('Rule.DefaultRetention', maybe(readDefaultRetention())),
  });

const readDefaultRetention = (): Schema<DefaultRetention> =>
  resource<DefaultRetention>(DefaultRetention$, {
    mode: openEnum(objectLockModes),
    days: z.optional(z.number()),
    years: z.optional(z.number()),
  });

/** Checks a {@link DefaultRetention}. */
export const defaultRetention = (): z.ZodMiniType<DefaultRetention> =>
  z
    .strictObject({
      mode: z.enum(objectLockModes),
      days: z.optional(z.int().check(z.gte(1), z.lte(36_500))),
      years: z.optional(z.int().check(z.gte(1), z.lte(100))),
    })
    .check(
      z.refine(({ days, years }) => (days === undefined) !== (years === undefined), { error: 'either days or years' }),
    );
