import { alreadyExists, type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { clusterName, manualRetentionDays, newSnapshotName, redshift } from '@arch/services/redshift';
import { DeleteClusterCommand } from '@aws-sdk/client-redshift';

import { managedPasswordRemoval } from '../redshift-admin-password.js';

export interface RequestDeletionInput extends AwsInput {
  readonly clusterIdentifier: string;
  readonly skipFinalClusterSnapshot: boolean;
  readonly finalClusterSnapshotIdentifier?: string | undefined;
  readonly finalClusterSnapshotRetentionDays?: number | undefined;
}

/** Sends the request to delete a cluster. */
export const requestDeletion: Operation<RequestDeletionInput, void> = operation(() => ({
  name: 'deleteRedshiftCluster',
  service: redshift,
  command: DeleteClusterCommand,
  permissions: [{ action: 'redshift:DeleteCluster', resources: ['cluster'] }, ...managedPasswordRemoval()],
  key: 'clusterIdentifier',
  input: input<RequestDeletionInput>({
    clusterIdentifier: clusterName(),
    skipFinalClusterSnapshot: z.boolean(),
    finalClusterSnapshotIdentifier: z.optional(newSnapshotName()),
    finalClusterSnapshotRetentionDays: z.optional(manualRetentionDays()),
  }),
  output: noOutput(),
  deletes: true,
  errors: {
    ClusterSnapshotAlreadyExists: alreadyExists({
      resource: 'cluster snapshot',
      member: 'finalClusterSnapshotIdentifier',
    }),
  },
  request: ({ clusterIdentifier, finalClusterSnapshotRetentionDays }) => ({
    ClusterIdentifier: clusterIdentifier,
    FinalClusterSnapshotRetentionPeriod: finalClusterSnapshotRetentionDays,
  }),
}));
