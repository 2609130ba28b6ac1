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

import { askWhenFree, begunBefore } from '../../redshift/ask-when-free.js';
import { managedPasswordRemoval } from '../../redshift/redshift-admin-password.js';
import { describeRedshiftNamespace } from './describe-redshift-namespace.js';
import { redshiftNamespace, type RedshiftNamespace } from './redshift-namespace.js';
import { waitForRedshiftNamespace } from './wait-for-redshift-namespace.js';

export interface DeleteRedshiftNamespaceInput extends AwsInput {
  /** e.g. `reports`. */
  readonly namespaceName: string;
  /** A snapshot of this name is taken before; it stays, and is billed. Default: none is taken. */
  readonly finalSnapshotName?: string | undefined;
  /** For how many days that snapshot is kept, 1–3,653. Default -1: for ever. */
  readonly finalSnapshotRetentionDays?: number | undefined;
}

/**
 * Deletes a namespace of Redshift Serverless **with all its databases**; only with a `finalSnapshotName` they are kept in a snapshot. Its
 * workgroup has to be deleted first. With `wait: true` it resolves when the namespace is gone. While something else is still going on, such
 * as the end of its workgroup, Redshift is asked again, for up to 3 minutes.
 *
 * @example
 * await deleteRedshiftNamespace({ namespaceName: 'reports', finalSnapshotName: 'reports-last' }, { wait: true });
 * @throws {NotFoundError} there is no such namespace in this region.
 * @throws {ConflictError} it has a workgroup, is being deleted already, or something else is going on.
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
    const settled = async (refusal: ConflictError): Promise<RedshiftNamespace | undefined> => {
      const { namespaceName } = deletion;
      const found = await describeRedshiftNamespace({ namespaceName }, options);
      return begunBefore(refusal, found.status === 'DELETING') ? found : undefined;
    };
    return askWhenFree({ ask: () => requestDeletion(deletion, options), settled }, options);
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
