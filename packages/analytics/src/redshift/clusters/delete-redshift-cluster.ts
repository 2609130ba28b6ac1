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

import { askWhenFree, begunBefore } from '../ask-when-free.js';
import { describeRedshiftCluster } from './describe-redshift-cluster.js';
import { requestDeletion } from './request-deletion.js';
import { waitForRedshiftCluster } from './wait-for-redshift-cluster.js';

export interface DeleteRedshiftClusterInput extends AwsInput {
  /** e.g. `reports`. */
  readonly clusterIdentifier: string;
  /** `true`: it goes without a last snapshot. Default `false`. */
  readonly skipFinalClusterSnapshot?: boolean | undefined;
  /** What the last snapshot is called. Default `<id>-final-<yyyymmddhhmmss>`, in UTC. */
  readonly finalClusterSnapshotIdentifier?: string | undefined;
  /** For how many days the last snapshot is kept, 1–3,653. Default -1: for ever. */
  readonly finalClusterSnapshotRetentionDays?: number | undefined;
}

/** What is being deleted. */
export interface DeletedRedshiftCluster {
  readonly clusterIdentifier: string;
  /** Absent where there is none. */
  readonly finalClusterSnapshotIdentifier?: string | undefined;
}

/**
 * Deletes a Redshift cluster with its automated snapshots; a last snapshot is taken before, and stays, and is billed, until it is deleted.
 * With `wait: true` it resolves when the cluster is gone. One that is paused has to be resumed first. While something else is still going
 * on that its state does not show, Redshift is asked again, for up to 3 minutes.
 *
 * @example
 * const { finalClusterSnapshotIdentifier } = await deleteRedshiftCluster('reports');
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {ConflictError} it is paused, being deleted already, or something else is going on.
 * @throws {AlreadyExistsError} there is a snapshot of the name that the last one shall have.
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
  run: async ({ skipFinalClusterSnapshot = false, ...given }, options) => {
    const { clusterIdentifier, finalClusterSnapshotIdentifier = finalName(clusterIdentifier, sessionTime(options)) } =
      given;
    const last = skipFinalClusterSnapshot ? {} : { finalClusterSnapshotIdentifier };
    const ask = async (): Promise<DeletedRedshiftCluster> => {
      await requestDeletion({ ...given, skipFinalClusterSnapshot, ...last }, options);
      return { clusterIdentifier, ...last };
    };
    const settled = async (refusal: ConflictError): Promise<DeletedRedshiftCluster | undefined> =>
      (await wasTaken(refusal, clusterIdentifier, options)) ? { clusterIdentifier, ...last } : undefined;
    return askWhenFree({ ask, settled }, options);
  },
  wait: ({ clusterIdentifier }, options) => waitForRedshiftCluster({ clusterIdentifier, state: 'deleted' }, options),
}));

const finalName = (id: string, now: Date): string => `${id}-final-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`;

/** Whether a refused deletion is under way already, and by us. */
const wasTaken = async (refusal: ConflictError, id: string, options: CallOptions): Promise<boolean> => {
  const { clusterStatus } = await describeRedshiftCluster(id, options);
  if (clusterStatus === 'paused')
    throw addNote(refusal, 'It is paused: resumeRedshiftCluster resumes it, then it can be deleted.');
  return begunBefore(refusal, ['final-snapshot', 'deleting'].includes(clusterStatus));
};
