import type { ConflictError } from '@arch/core';
import {
  addNote,
  type AwsInput,
  type CallOptions,
  input,
  sessionTime,
  task,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { clusterName, manualRetentionDays, newSnapshotName } from '@arch/services/redshift';

import { retryWhileBusy, startedByEarlierAttempt } from '../retry-while-busy.js';
import { describeRedshiftCluster } from './describe-redshift-cluster.js';
import { requestDeletion } from './request-deletion.js';
import { waitForRedshiftCluster } from './wait-for-redshift-cluster.js';

export interface DeleteRedshiftClusterInput extends AwsInput {
  /** Identifier of the cluster, e.g. `reports`. */
  readonly clusterIdentifier: string;
  /** `true` deletes the cluster without a final snapshot. Default: `false`. */
  readonly skipFinalClusterSnapshot?: boolean | undefined;
  /** Identifier of the final snapshot. Default: `<id>-final-<yyyymmddhhmmss>`, in UTC. */
  readonly finalClusterSnapshotIdentifier?: string | undefined;
  /** Retention period of the final snapshot in days: 1–3,653, or -1 for no limit. Default that AWS applies: -1. */
  readonly finalClusterSnapshotRetentionDays?: number | undefined;
}

/** A cluster that is being deleted. */
export interface DeletedRedshiftCluster {
  /** Identifier of the cluster. */
  readonly clusterIdentifier: string;
  /** Identifier of the final snapshot. Absent if there is none. */
  readonly finalClusterSnapshotIdentifier?: string | undefined;
}

/**
 * Deletes a Redshift cluster and its automated snapshots. By default AWS creates a final snapshot first, and bills it until it is deleted.
 * A paused cluster must be resumed before. With `wait: true` the call resolves when the cluster no longer exists. If Redshift is still
 * running another operation, the call repeats the request for up to 3 minutes.
 *
 * @example
 * const { finalClusterSnapshotIdentifier } = await deleteRedshiftCluster('reports');
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {ConflictError} the cluster is paused, is already being deleted, or another operation is in progress.
 * @throws {AlreadyExistsError} there is already a snapshot with the identifier of the final snapshot.
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_DeleteCluster.html
 */
export const deleteRedshiftCluster: WaitableOperation<
  string | DeleteRedshiftClusterInput,
  DeletedRedshiftCluster,
  void,
  { on: 'clusterIdentifier' }
> = task(() => ({
  name: 'deleteRedshiftCluster',
  key: 'clusterIdentifier',
  input: input<DeleteRedshiftClusterInput>({
    clusterIdentifier: clusterName(),
    skipFinalClusterSnapshot: z.optional(z.boolean()),
    finalClusterSnapshotIdentifier: z.optional(newSnapshotName()),
    finalClusterSnapshotRetentionDays: z.optional(manualRetentionDays()),
  }).check(
    z.refine(
      ({
        skipFinalClusterSnapshot: skip,
        finalClusterSnapshotIdentifier: name,
        finalClusterSnapshotRetentionDays: days,
      }) => skip !== true || (name ?? days) === undefined,
      { error: 'either skipFinalClusterSnapshot or settings of the final snapshot' },
    ),
  ),
  uses: [requestDeletion, describeRedshiftCluster],
  run: async ({ skipFinalClusterSnapshot = false, ...members }, options) => {
    const { clusterIdentifier, finalClusterSnapshotIdentifier = finalName(clusterIdentifier, sessionTime(options)) } =
      members;
    const finalSnapshot = skipFinalClusterSnapshot ? {} : { finalClusterSnapshotIdentifier };
    const send = async (): Promise<DeletedRedshiftCluster> => {
      await requestDeletion({ ...members, skipFinalClusterSnapshot, ...finalSnapshot }, options);
      return { clusterIdentifier, ...finalSnapshot };
    };
    const onConflict = async (conflict: ConflictError): Promise<DeletedRedshiftCluster | undefined> =>
      (await isDeletedByThisCall(conflict, clusterIdentifier, options))
        ? { clusterIdentifier, ...finalSnapshot }
        : undefined;
    return retryWhileBusy({ send, onConflict }, options);
  },
  wait: ({ clusterIdentifier }, options) => waitForRedshiftCluster({ clusterIdentifier, state: 'deleted' }, options),
}));

const finalName = (id: string, now: Date): string => `${id}-final-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`;

/** Whether an earlier attempt of this call has already started the deletion. */
const isDeletedByThisCall = async (conflict: ConflictError, id: string, options: CallOptions): Promise<boolean> => {
  const { clusterStatus } = await describeRedshiftCluster(id, options);
  if (clusterStatus === 'paused')
    throw addNote(conflict, 'The cluster is paused; resume it with resumeRedshiftCluster before you delete it.');
  return startedByEarlierAttempt(conflict, ['final-snapshot', 'deleting'].includes(clusterStatus));
};
