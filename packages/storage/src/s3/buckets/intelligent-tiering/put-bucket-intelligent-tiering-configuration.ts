import { input, noOutput, openEnum, operation, type Open, type Operation, type Tags, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketIntelligentTieringConfigurationCommand } from '@aws-sdk/client-s3';

import { type ConfigurationReference, configurationReference } from '../../configuration-reference.js';
import { objectFilter, prefixCriterion, toObjectFilter } from '../../object-filter.js';
import { archiveAccessTiers, type Tiering } from './intelligent-tiering-configuration.js';

export interface PutBucketIntelligentTieringConfigurationInput extends ConfigurationReference {
  /** The moves to archive access tiers, one or two, each to another tier. */
  readonly tierings: readonly Tiering[];
  /** `Disabled`: S3 keeps the configuration and does not apply it. Default: `Enabled`. */
  readonly status?: Open<'Enabled' | 'Disabled'> | undefined;
  /** Prefix of the object key, at most 1,024 characters, e.g. `logs/`. Default: all objects. */
  readonly prefix?: string | undefined;
  /** Tags, all of which an object must have, at most 10. Default: any. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates or replaces one S3 Intelligent-Tiering configuration of a bucket, at most 1,000. It applies to objects of the storage class
 * `INTELLIGENT_TIERING`. S3 moves such objects between its other tiers without a configuration.
 *
 * @example
 * await putBucketIntelligentTieringConfiguration({
 *   bucket: 'reports',
 *   id: 'archive',
 *   tierings: [{ days: 90, accessTier: 'ARCHIVE_ACCESS' }],
 * });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketIntelligentTieringConfiguration.html
 */
export const putBucketIntelligentTieringConfiguration: Operation<
  PutBucketIntelligentTieringConfigurationInput,
  void,
  { on: 'bucket' }
> = operation(() => ({
  name: 'putBucketIntelligentTieringConfiguration',
  service: s3,
  command: PutBucketIntelligentTieringConfigurationCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutIntelligentTieringConfiguration', resources: ['bucket'] }],
  input: input<PutBucketIntelligentTieringConfigurationInput>({
    ...configurationReference(),
    ...objectFilter(),
    tierings: z.array(tiering()).check(
      z.minLength(1),
      z.refine((all) => new Set(all.map(({ accessTier }) => accessTier)).size === all.length, {
        error: 'a list with at most one tiering for each accessTier',
      }),
    ),
    status: z.optional(z.enum(['Enabled', 'Disabled'])),
  }),
  output: noOutput(),
  request: ({ bucket, id, tierings, status = 'Enabled', prefix, tags }) => ({
    Bucket: bucket,
    Id: id,
    IntelligentTieringConfiguration: {
      Id: id,
      Status: status as never,
      Filter: toObjectFilter(prefixCriterion(prefix), tags),
      Tierings: tierings.map(({ days, accessTier }) => ({ Days: days, AccessTier: accessTier as never })),
    },
  }),
}));

const tiering = (): z.ZodMiniType<Tiering> =>
  z.strictObject({ days: z.int().check(z.gte(90), z.lte(730)), accessTier: openEnum(archiveAccessTiers) }).check(
    z.refine(({ days, accessTier }) => days >= 180 || accessTier !== 'DEEP_ARCHIVE_ACCESS', {
      error: 'at least 180 days for DEEP_ARCHIVE_ACCESS',
    }),
  );
