import { arn, type AwsInput, iamPropagation, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { clusterId, emr } from '@arch/services/emr';
import { AddJobFlowStepsCommand } from '@aws-sdk/client-emr';

import { stepChecks, type StepDescription, stepFields, toStepConfig } from '../emr-step.js';
import type { Step } from './step.js';
import { stepReference, type StepReference } from './step-reference.js';
import { waitForStep } from './wait-for-step.js';

export interface AddStepInput extends StepDescription, AwsInput {
  /** e.g. `j-3SD91U2E1L2QX`; a cluster that starts, runs or waits. */
  readonly clusterId: string;
  /** A role for this step alone. Default: the role of the cluster's instances. */
  readonly executionRoleArn?: string | undefined;
}

/**
 * Adds a step to a cluster: a Spark program or a JAR. With `wait: true` it resolves when the step has completed; one that fails ends the wait
 * with AWS's reason. AWS has no token for it: a call whose answer is lost is not repeated, for it would run the step a second time.
 *
 * @example
 * const sparkSubmit = { entryPoint: 's3://jobs/sales.py', arguments: ['2026-11'], conf: { 'spark.executor.memory': '4g' } };
 * const { state } = await addStep({ clusterId, name: 'sales', sparkSubmit }, { wait: true });
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {ConflictError} the cluster is ending, or has ended.
 * @throws {QuotaExceededError} 256 steps of the cluster wait or run.
 * @throws {WaitError} with `wait`: the step failed, with AWS's reason.
 * @see https://docs.aws.amazon.com/emr/latest/APIReference/API_AddJobFlowSteps.html
 */
export const addStep: WaitableOperation<
  AddStepInput,
  StepReference,
  Step,
  { on: 'clusterId' | 'roleArn'; with: 'executionRoleArn' }
> = operation(() => ({
  name: 'addStep',
  service: emr,
  command: AddJobFlowStepsCommand,
  propagates: iamPropagation,
  permissions: [
    { action: 'elasticmapreduce:AddJobFlowSteps', resources: ['cluster'] },
    { action: 'iam:PassRole', resources: ['arn:aws:iam::*:role/{roleArn}'], with: 'executionRoleArn' },
  ],
  input: input<AddStepInput>({
    clusterId: clusterId(),
    ...stepFields(),
    executionRoleArn: z.optional(arn('iam')),
  }).check(...stepChecks<AddStepInput>()),
  output: stepReference(),
  request: ({ clusterId, name, sparkSubmit, hadoopJar, actionOnFailure }) => ({
    JobFlowId: clusterId,
    Steps: [toStepConfig({ name, sparkSubmit, hadoopJar, actionOnFailure })],
  }),
  select: ({ StepIds }, { clusterId }) => StepIds?.slice(0, 1).map((stepId) => ({ clusterId, stepId }))[0],
  repeatable: false,
  creates: ({ stepId }) => [stepId],
  uses: [waitForStep],
  wait: (added, options) => waitForStep({ ...added, state: 'completed' }, options),
}));
