import { from, type Open, openEnum, optionalString, resource, type Schema, type Tags, z } from '@arch/core/builder';
import { ReplicationRule$ } from '@aws-sdk/client-s3';

import { filterPrefix, filterTags, type ObjectFilter } from '../../object-filter.js';
import type { StorageClass } from '../../object-settings.js';

/** The accounts that can own replicas. */
export const replicaOwners = ['Destination'] as const;
export type ReplicaOwner = Open<(typeof replicaOwners)[number]>;

/** A replication rule for {@link putBucketReplication}. */
export interface ReplicationRuleSettings extends ObjectFilter {
  /** The ID of the rule, unique in the bucket, 1–255 characters. Default: an ID that S3 generates. */
  readonly id?: string | undefined;
  /** `Disabled`: S3 keeps the rule and does not apply it. Default: `Enabled`. */
  readonly status?: Open<'Enabled' | 'Disabled'> | undefined;
  /**
   * Of several rules for an object and a destination, the one with the greatest number applies. Provide it for all rules or for none. Default:
   * the first rule has the greatest number.
   */
  readonly priority?: number | undefined;
  /** The ARN of the bucket that receives the replicas, e.g. `arn:aws:s3:::reports-copy`. */
  readonly destinationBucketArn: string;
  /** The ID of the account that owns the destination bucket; required with `replicaOwner`. Default: S3 does not check the owner. */
  readonly account?: string | undefined;
  /** `Destination`: the account of the destination bucket owns the replicas. Default: the owner of the source object. */
  readonly replicaOwner?: ReplicaOwner | undefined;
  /** The storage class of the replicas. Default: that of the source object. */
  readonly storageClass?: StorageClass | undefined;
  /**
   * The ARN of the KMS key for replicas, in the region of the destination. S3 then also replicates objects that are encrypted with a KMS key.
   * Default: none; S3 skips such objects.
   */
  readonly replicaKmsKeyId?: string | undefined;
  /** Whether S3 replicates delete markers. Not with `tags`. Permanent deletions of versions are never replicated. Default: `false`. */
  readonly deleteMarkerReplication?: boolean | undefined;
  /** Whether S3 replicates later changes of the replicas' tags, locks and access control lists back. Default: `false`. */
  readonly replicaModifications?: boolean | undefined;
  /** Whether S3 replicates nearly all objects within 15 minutes (S3 Replication Time Control), at a price. Default: `false`. */
  readonly replicationTimeControl?: boolean | undefined;
}

/** A replication rule of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationRule.html */
export interface ReplicationRule extends ReplicationRuleSettings {
  /** Whether S3 applies the rule. */
  readonly status: Open<'Enabled' | 'Disabled'>;
  /** Tags, all of which an object must have. */
  readonly tags: Tags;
  /** Whether S3 replicates delete markers. */
  readonly deleteMarkerReplication: boolean;
  /** Whether S3 replicates later changes of the replicas back. */
  readonly replicaModifications: boolean;
  /** Whether S3 Replication Time Control is on. */
  readonly replicationTimeControl: boolean;
}

/** Parses one S3 `ReplicationRule` structure. */
export const replicationRule = (): Schema<ReplicationRule> =>
  resource<ReplicationRule>(ReplicationRule$, {
    id: optionalString(),
    status: openEnum(['Enabled', 'Disabled']),
    priority: z.optional(z.number()),
    prefix: filterPrefix(),
    tags: filterTags(),
    destinationBucketArn: from('Destination.Bucket', z.string()),
    account: from('Destination.Account', optionalString()),
    replicaOwner: from('Destination.AccessControlTranslation.Owner', optionalString()),
    storageClass: from('Destination.StorageClass', optionalString()),
    replicaKmsKeyId: from('Destination.EncryptionConfiguration.ReplicaKmsKeyID', optionalString()),
    deleteMarkerReplication: from('DeleteMarkerReplication.Status', isEnabled()),
    replicaModifications: from('SourceSelectionCriteria.ReplicaModifications.Status', isEnabled()),
    replicationTimeControl: from('Destination.ReplicationTime.Status', isEnabled()),
  });

const isEnabled = () => ({ type: z.boolean(), read: (value: unknown) => value === 'Enabled' });
