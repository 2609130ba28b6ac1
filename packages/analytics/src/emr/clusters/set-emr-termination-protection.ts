import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { clusterId, emr } from '@arch/services/emr';
import { SetTerminationProtectionCommand } from '@aws-sdk/client-emr';

import { emrClusterReference, type EmrClusterReference } from './emr-cluster-reference.js';

export interface SetEmrTerminationProtectionInput extends AwsInput {
  /** e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** Whether calls, mistakes and errors of the cluster are kept from terminating it. */
  readonly terminationProtected: boolean;
}

/**
 * Turns the protection of a cluster from termination on or off.
 *
 * @example
 * await setEmrTerminationProtection({ clusterId, terminationProtected: false });
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {ConflictError} the cluster is ending, or has ended.
 * @see https://docs.aws.amazon.com/emr/latest/APIReference/API_SetTerminationProtection.html
 */
export const setEmrTerminationProtection: Operation<
  SetEmrTerminationProtectionInput,
  EmrClusterReference,
  { on: 'clusterId' }
> = operation(() => ({
  name: 'setEmrTerminationProtection',
  service: emr,
  command: SetTerminationProtectionCommand,
  permissions: [{ action: 'elasticmapreduce:SetTerminationProtection', resources: ['cluster'] }],
  input: input<SetEmrTerminationProtectionInput>({ clusterId: clusterId(), terminationProtected: z.boolean() }),
  output: emrClusterReference(),
  request: ({ clusterId, terminationProtected }) => ({
    JobFlowIds: [clusterId],
    TerminationProtected: terminationProtected,
  }),
  // AWS answers nothing.
  select: (_answer, { clusterId }) => ({ Id: clusterId }),
}));
