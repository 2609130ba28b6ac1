import { type AwsResource, list, type Open, openEnum, resource, type Schema, type Tags, z } from '@arch/core/builder';
import { IntelligentTieringConfiguration$, Tiering$ } from '@aws-sdk/client-s3';

import { filterPrefix, filterTags } from '../../object-filter.js';

/** The archive access tiers of S3 Intelligent-Tiering. Objects in them can be read only after a restore. */
export const archiveAccessTiers = ['ARCHIVE_ACCESS', 'DEEP_ARCHIVE_ACCESS'] as const;
export type ArchiveAccessTier = Open<(typeof archiveAccessTiers)[number]>;

/** The move of objects that nobody reads to an archive access tier. */
export interface Tiering {
  /** The number of days without access: 90–730 for `ARCHIVE_ACCESS`, 180–730 for `DEEP_ARCHIVE_ACCESS`. */
  readonly days: number;
  /** The tier. */
  readonly accessTier: ArchiveAccessTier;
}

/** A configuration of S3 Intelligent-Tiering. https://docs.aws.amazon.com/AmazonS3/latest/API/API_IntelligentTieringConfiguration.html */
export interface IntelligentTieringConfiguration extends AwsResource {
  /** The ID of the configuration. */
  readonly id: string;
  /** Whether S3 applies the configuration. */
  readonly status: Open<'Enabled' | 'Disabled'>;
  /** Prefix of the object key. Absent for all objects. */
  readonly prefix?: string | undefined;
  /** Tags, all of which an object must have. */
  readonly tags: Tags;
  /** The moves to archive access tiers. */
  readonly tierings: readonly Tiering[];
}

/** Parses one S3 `IntelligentTieringConfiguration` structure. */
export const intelligentTieringConfiguration = (): Schema<IntelligentTieringConfiguration> =>
  resource<IntelligentTieringConfiguration>(IntelligentTieringConfiguration$, {
    id: z.string(),
    status: openEnum(['Enabled', 'Disabled']),
    prefix: filterPrefix(),
    tags: filterTags(),
    tierings: list(resource<Tiering>(Tiering$, { days: z.number(), accessTier: openEnum(archiveAccessTiers) })),
  });
