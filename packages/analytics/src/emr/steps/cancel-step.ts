import { ConflictError } from '@arch/core';
import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { clusterId, emr, stepId } from '@arch/services/emr';
import { CancelStepsCommand, type CancelStepsInfo } from '@aws-sdk/client-emr';

import type { Step } from './step.js';
import { stepReference, type StepReference } from './step-reference.js';
import { waitForStep } from './wait-for-step.js';

export interface CancelStepInput extends AwsInput {
  /** e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** e.g. `s-3LZC0QUT43AM`. */
  readonly stepId: string;
  /** Kills a step that runs instead of asking it to end. Default `false`. */
  readonly force?: boolean | undefined;
}

/**
 * Cancels a step that waits, or runs (EMR 5.28 and later). AWS does not promise that it succeeds: with `wait: true` it resolves when the step is
 * over, and its state says how.
 *
 * @example
 * const { state } = await cancelStep({ clusterId, stepId }, { wait: true });
 * @throws {ConflictError} the step is over, or cannot be cancelled, with AWS's reason.
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
      cancelled(CancelStepsInfoList?.[0], { clusterId, stepId }),
    uses: [waitForStep],
    wait: (cancelled, options) => waitForStep({ ...cancelled, state: 'ended' }, options),
  }),
);

/** AWS answers well also where it refuses: what came of it stands in the answer. */
const cancelled = (info: CancelStepsInfo | undefined, reference: StepReference): StepReference | undefined => {
  if (info?.Status !== 'FAILED') return info && reference;
  const { stepId: id } = reference;
  throw new ConflictError(`cancelStep: step ${id} cannot be cancelled. AWS says: ${info.Reason ?? 'no reason'}`, {
    operation: 'cancelStep',
    resource: 'step',
    id,
  });
};
