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

import { askWhenFree, begunBefore } from '../../redshift/ask-when-free.js';
import { describeRedshiftWorkgroup } from './describe-redshift-workgroup.js';
import { redshiftWorkgroup, type RedshiftWorkgroup } from './redshift-workgroup.js';
import { waitForRedshiftWorkgroup } from './wait-for-redshift-workgroup.js';

export interface DeleteRedshiftWorkgroupInput extends AwsInput {
  /** e.g. `reports`. */
  readonly workgroupName: string;
}

/**
 * Deletes a workgroup of Redshift Serverless; its namespace stays with all databases, and another workgroup can be made for it. With
 * `wait: true` it resolves when the workgroup is gone. While something else is still going on, AWS is asked again, for up to 3 minutes.
 *
 * @example
 * await deleteRedshiftWorkgroup('reports', { wait: true });
 * @throws {NotFoundError} there is no such workgroup in this region.
 * @throws {ConflictError} it is being deleted already, or something else is going on.
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
    const settled = async (refusal: ConflictError): Promise<RedshiftWorkgroup | undefined> => {
      const { workgroupName } = deletion;
      const found = await describeRedshiftWorkgroup({ workgroupName }, options);
      return begunBefore(refusal, found.status === 'DELETING') ? found : undefined;
    };
    return askWhenFree({ ask: () => requestDeletion(deletion, options), settled }, options);
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
