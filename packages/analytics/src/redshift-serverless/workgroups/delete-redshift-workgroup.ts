import type { ConflictError } from '@arch/core';
import {
  type AwsInput,
  input,
  operation,
  type Operation,
  task,
  type WaitableOperation,
  type z,
} from '@arch/core/builder';
import { redshiftServerless, serverlessName } from '@arch/services/redshift-serverless';
import { DeleteWorkgroupCommand } from '@aws-sdk/client-redshift-serverless';

import { retryWhileBusy, startedByEarlierAttempt } from '../../redshift/retry-while-busy.js';
import { describeRedshiftWorkgroup } from './describe-redshift-workgroup.js';
import { redshiftWorkgroup, type RedshiftWorkgroup } from './redshift-workgroup.js';
import { waitForRedshiftWorkgroup } from './wait-for-redshift-workgroup.js';

export interface DeleteRedshiftWorkgroupInput extends AwsInput {
  /** Name of the workgroup, e.g. `reports`. */
  readonly workgroupName: string;
}

/**
 * Deletes a workgroup of Redshift Serverless. Its namespace and all databases are kept, and you can create another workgroup for them. With
 * `wait: true` the call resolves when the workgroup no longer exists. If another operation is in progress, the call repeats the request for
 * up to 3 minutes.
 *
 * @example
 * await deleteRedshiftWorkgroup('reports', { wait: true });
 * @throws {NotFoundError} there is no such workgroup in this region.
 * @throws {ConflictError} the workgroup is already being deleted, or another operation is in progress.
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_DeleteWorkgroup.html
 */
export const deleteRedshiftWorkgroup: WaitableOperation<
  string | DeleteRedshiftWorkgroupInput,
  RedshiftWorkgroup,
  void,
  { on: 'workgroupArn' }
> = task(() => ({
  name: 'deleteRedshiftWorkgroup',
  key: 'workgroupName',
  input: deletionInput(),
  uses: [requestDeletion, describeRedshiftWorkgroup],
  run: (deletion, options) => {
    const onConflict = async (conflict: ConflictError): Promise<RedshiftWorkgroup | undefined> => {
      const { workgroupName } = deletion;
      const found = await describeRedshiftWorkgroup({ workgroupName }, options);
      return startedByEarlierAttempt(conflict, found.status === 'DELETING') ? found : undefined;
    };
    return retryWhileBusy({ send: () => requestDeletion(deletion, options), onConflict }, options);
  },
  wait: ({ workgroupName }, options) => waitForRedshiftWorkgroup({ workgroupName, state: 'deleted' }, options),
}));

const deletionInput = (): z.ZodMiniType<DeleteRedshiftWorkgroupInput> =>
  input<DeleteRedshiftWorkgroupInput>({ workgroupName: serverlessName() });

const requestDeletion: Operation<DeleteRedshiftWorkgroupInput, RedshiftWorkgroup> = operation(() => ({
  name: 'deleteRedshiftWorkgroup',
  service: redshiftServerless,
  command: DeleteWorkgroupCommand,
  permissions: [{ action: 'redshift-serverless:DeleteWorkgroup', resources: ['workgroup'] }],
  key: 'workgroupName',
  input: deletionInput(),
  output: redshiftWorkgroup(),
  deletes: true,
  select: ({ workgroup }) => workgroup,
}));
