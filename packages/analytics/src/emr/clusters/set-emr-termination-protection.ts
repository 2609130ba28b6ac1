import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { clusterId, emr } from '@arch/services/emr';
import { SetTerminationProtectionCommand } from '@aws-sdk/client-emr';

import { emrClusterReference, type EmrClusterReference } from './emr-cluster-reference.js';

export interface SetEmrTerminationProtectionInput extends AwsInput {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** Whether termination protection is enabled: API calls and errors of the cluster do not terminate it. */
  readonly terminationProtected: boolean;
}

/**
 * Enables or disables the termination protection of a cluster.
 *
 * @example
 * await setEmrTerminationProtection({ clusterId, terminationProtected: false });
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {ConflictError} the cluster is terminating, or is terminated.
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
  // AWS's response is empty.
  select: (_response, { clusterId }) => ({ Id: clusterId }),
}));
