import { arn, openEnum, text, z } from '@arch/core/builder';
import type { Destination, ReplicationRule } from '@aws-sdk/client-s3';

import { objectFilter, prefixCriterion, toObjectFilter } from '../../object-filter.js';
import { storageClasses } from '../../object-settings.js';
import { replicaOwners, type ReplicationRuleSettings } from './replication-rule.js';

/** Checks a {@link ReplicationRuleSettings}. */
export const replicationRuleSettings = (): z.ZodMiniType<ReplicationRuleSettings> =>
  ruleMembers().check(
    z.refine((each) => each.replicaOwner === undefined || each.account !== undefined, {
      error: 'account with replicaOwner',
    }),
    z.refine((each) => !each.deleteMarkerReplication || Object.keys(each.tags ?? {}).length === 0, {
      error: 'no tags with deleteMarkerReplication',
    }),
  );

const ruleMembers = (): z.ZodMiniType<ReplicationRuleSettings> =>
  z.strictObject({
    ...(objectFilter() as object),
    id: z.optional(text(1, 255)),
    status: z.optional(z.enum(['Enabled', 'Disabled'])),
    priority: z.optional(z.int().check(z.gte(0), z.lte(2_147_483_647))),
    destinationBucketArn: arn('s3'),
    account: z.optional(z.string().check(z.regex(/^\d{12}$/, 'an account ID of 12 digits'))),
    replicaOwner: z.optional(openEnum(replicaOwners)),
    storageClass: z.optional(openEnum(storageClasses)),
    replicaKmsKeyId: z.optional(arn('kms')),
    deleteMarkerReplication: z.optional(z.boolean()),
    replicaModifications: z.optional(z.boolean()),
    replicationTimeControl: z.optional(z.boolean()),
  }) as object as z.ZodMiniType<ReplicationRuleSettings>;

/** S3's structure for a rule; `priority` is the default. */
export const toReplicationRule = (rule: ReplicationRuleSettings, priority: number): ReplicationRule => ({
  ID: rule.id,
  Status: (rule.status ?? 'Enabled') as never,
  Priority: rule.priority ?? priority,
  Filter: toObjectFilter(prefixCriterion(rule.prefix), rule.tags) ?? { Prefix: '' },
  // S3 requires this member if there is a filter.
  DeleteMarkerReplication: { Status: statusOf(rule.deleteMarkerReplication) },
  ...((rule.replicaKmsKeyId !== undefined || rule.replicaModifications) && {
    SourceSelectionCriteria: {
      ...(rule.replicaKmsKeyId !== undefined && { SseKmsEncryptedObjects: { Status: 'Enabled' as const } }),
      ...(rule.replicaModifications && { ReplicaModifications: { Status: 'Enabled' as const } }),
    },
  }),
  Destination: toDestination(rule),
});

const toDestination = (rule: ReplicationRuleSettings): Destination => ({
  Bucket: rule.destinationBucketArn,
  Account: rule.account,
  StorageClass: rule.storageClass as never,
  ...(rule.replicaOwner !== undefined && { AccessControlTranslation: { Owner: rule.replicaOwner as never } }),
  ...(rule.replicaKmsKeyId !== undefined && { EncryptionConfiguration: { ReplicaKmsKeyID: rule.replicaKmsKeyId } }),
  // S3 accepts 15 minutes only, and requires the metrics.
  ...(rule.replicationTimeControl && {
    ReplicationTime: { Status: 'Enabled' as const, Time: { Minutes: 15 } },
    Metrics: { Status: 'Enabled' as const, EventThreshold: { Minutes: 15 } },
  }),
});

const statusOf = (isEnabled = false): 'Enabled' | 'Disabled' => (isEnabled ? 'Enabled' : 'Disabled');
