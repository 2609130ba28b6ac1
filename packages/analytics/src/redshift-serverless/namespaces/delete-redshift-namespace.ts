import type { ConflictError } from '@arch/core';
import {
  type AwsInput,
  input,
  operation,
  type Operation,
  task,
  text,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { manualRetentionDays } from '@arch/services/redshift';
import { redshiftServerless, serverlessName } from '@arch/services/redshift-serverless';
import { DeleteNamespaceCommand } from '@aws-sdk/client-redshift-serverless';

import { retryWhileBusy, startedByEarlierAttempt } from '../../redshift/retry-while-busy.js';
import { managedPasswordRemoval } from '../../redshift/redshift-admin-password.js';
import { describeRedshiftNamespace } from './describe-redshift-namespace.js';
import { redshiftNamespace, type RedshiftNamespace } from './redshift-namespace.js';
import { waitForRedshiftNamespace } from './wait-for-redshift-namespace.js';

export interface DeleteRedshiftNamespaceInput extends AwsInput {
  /** Name of the namespace, e.g. `reports`. */
  readonly namespaceName: string;
  /**
   * Name of a final snapshot, 1–255 characters, which AWS creates before the deletion and bills until it is deleted. Default: no snapshot.
   */
  readonly finalSnapshotName?: string | undefined;
  /**
   * Retention period of the final snapshot in days: 1–3,653, or -1 for no limit. Requires `finalSnapshotName`. Default that AWS applies:
   * -1.
   */
  readonly finalSnapshotRetentionDays?: number | undefined;
}

/**
 * Deletes a namespace of Redshift Serverless **with all its databases**; only with `finalSnapshotName` a snapshot keeps the data. The
 * workgroup of the namespace must be deleted before. With `wait: true` the call resolves when the namespace no longer exists. If Redshift
 * is still running another operation, such as the deletion of the workgroup, the call repeats the request for up to 3 minutes.
 *
 * @example
 * await deleteRedshiftNamespace({ namespaceName: 'reports', finalSnapshotName: 'reports-last' }, { wait: true });
 * @throws {NotFoundError} there is no such namespace in this region.
 * @throws {ConflictError} the namespace has a workgroup, is already being deleted, or another operation is in progress.
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_DeleteNamespace.html
 */
export const deleteRedshiftNamespace: WaitableOperation<
  string | DeleteRedshiftNamespaceInput,
  RedshiftNamespace,
  void,
  { on: 'namespaceArn' }
> = task(() => ({
  name: 'deleteRedshiftNamespace',
  key: 'namespaceName',
  input: deletionInput(),
  uses: [requestDeletion, describeRedshiftNamespace],
  run: (deletion, options) => {
    const onConflict = async (conflict: ConflictError): Promise<RedshiftNamespace | undefined> => {
      const { namespaceName } = deletion;
      const found = await describeRedshiftNamespace({ namespaceName }, options);
      return startedByEarlierAttempt(conflict, found.status === 'DELETING') ? found : undefined;
    };
    return retryWhileBusy({ send: () => requestDeletion(deletion, options), onConflict }, options);
  },
  wait: ({ namespaceName }, options) => waitForRedshiftNamespace({ namespaceName, state: 'deleted' }, options),
}));

const deletionInput = (): z.ZodMiniType<DeleteRedshiftNamespaceInput> =>
  input<DeleteRedshiftNamespaceInput>({
    namespaceName: serverlessName(),
    finalSnapshotName: z.optional(text(1, 255)),
    finalSnapshotRetentionDays: z.optional(manualRetentionDays()),
  }).check(
    z.refine(
      ({ finalSnapshotName, finalSnapshotRetentionDays: days }) =>
        days === undefined || finalSnapshotName !== undefined,
      { error: 'finalSnapshotRetentionDays only with a finalSnapshotName' },
    ),
  );

const requestDeletion: Operation<DeleteRedshiftNamespaceInput, RedshiftNamespace> = operation(() => ({
  name: 'deleteRedshiftNamespace',
  service: redshiftServerless,
  command: DeleteNamespaceCommand,
  permissions: [
    { action: 'redshift-serverless:DeleteNamespace', resources: ['namespace'] },
    ...managedPasswordRemoval(),
  ],
  key: 'namespaceName',
  input: deletionInput(),
  output: redshiftNamespace(),
  deletes: true,
  request: ({ namespaceName, finalSnapshotRetentionDays }) => ({
    namespaceName,
    finalSnapshotRetentionPeriod: finalSnapshotRetentionDays,
  }),
  select: ({ namespace }) => namespace,
}));
