import { ConflictError } from '@arch/core';
import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { clusterId, emr, stepId } from '@arch/services/emr';
import { CancelStepsCommand, type CancelStepsInfo } from '@aws-sdk/client-emr';

import type { Step } from './step.js';
import { stepReference, type StepReference } from './step-reference.js';
import { waitForStep } from './wait-for-step.js';

export interface CancelStepInput extends AwsInput {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** ID of the step, e.g. `s-3LZC0QUT43AM`. */
  readonly stepId: string;
  /** `true` kills the process of a running step; `false` lets it shut down first. Default: `false`. */
  readonly force?: boolean | undefined;
}

/**
 * Cancels a pending step, or a running step (EMR 5.28 and later). The step can complete before it is cancelled. With `wait: true` the call
 * resolves with the step when it has ended, in any state.
 *
 * @example
 * const { state } = await cancelStep({ clusterId, stepId }, { wait: true });
 * @throws {ConflictError} the step has ended, or cannot be cancelled; the error contains AWS's reason.
 * @throws {NotFoundError} there is no such cluster in this region.
 * @see https://docs.aws.amazon.com/emr/latest/APIReference/API_CancelSteps.html
 */
export const cancelStep: WaitableOperation<CancelStepInput, StepReference, Step, { on: 'clusterId' }> = operation(
  () => ({
    name: 'cancelStep',
    service: emr,
    command: CancelStepsCommand,
    permissions: [{ action: 'elasticmapreduce:CancelSteps', resources: ['cluster'] }],
    key: 'stepId',
    parentKey: 'clusterId',
    input: input<CancelStepInput>({ clusterId: clusterId(), stepId: stepId(), force: z.optional(z.boolean()) }),
    output: stepReference(),
    request: ({ clusterId, stepId, force }) => ({
      ClusterId: clusterId,
      StepIds: [stepId],
      StepCancellationOption: force ? ('TERMINATE_PROCESS' as const) : undefined,
    }),
    select: ({ CancelStepsInfoList }, { clusterId, stepId }) =>
      toReference(CancelStepsInfoList?.[0], { clusterId, stepId }),
    uses: [waitForStep],
    wait: (cancelled, options) => waitForStep({ ...cancelled, state: 'ended' }, options),
  }),
);

/** AWS also responds with HTTP status 200 if it does not cancel the step; the response contains the reason. */
const toReference = (info: CancelStepsInfo | undefined, reference: StepReference): StepReference | undefined => {
  if (info?.Status !== 'FAILED') return info && reference;
  const { stepId: id } = reference;
  throw new ConflictError(`cancelStep: step ${id} cannot be cancelled. AWS's reason: ${info.Reason ?? 'none'}`, {
    operation: 'cancelStep',
    resource: 'step',
    id,
  });
};
