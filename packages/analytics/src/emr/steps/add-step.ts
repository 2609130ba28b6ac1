import { arn, type AwsInput, iamPropagation, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { clusterId, emr } from '@arch/services/emr';
import { AddJobFlowStepsCommand } from '@aws-sdk/client-emr';

import { stepChecks, type StepDescription, stepFields, toStepConfig } from '../emr-step.js';
import type { Step } from './step.js';
import { stepReference, type StepReference } from './step-reference.js';
import { waitForStep } from './wait-for-step.js';

export interface AddStepInput extends StepDescription, AwsInput {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. The cluster must be starting, running or waiting. */
  readonly clusterId: string;
  /** ARN of the IAM role whose permissions the step has. Default: the role of the cluster's instances. */
  readonly executionRoleArn?: string | undefined;
}

/**
 * Adds a step to a cluster: a Spark program or a JAR. With `wait: true` the call resolves when the step has completed; a failure ends the
 * wait with AWS's reason. Not idempotent: a call whose response is lost is not retried, because a retry could run the step twice.
 *
 * @example
 * const sparkSubmit = { entryPoint: 's3://jobs/sales.py', arguments: ['2026-11'], conf: { 'spark.executor.memory': '4g' } };
 * const { state } = await addStep({ clusterId, name: 'sales', sparkSubmit }, { wait: true });
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {ConflictError} the cluster is terminating, or is terminated.
 * @throws {QuotaExceededError} the cluster already has 256 pending or running steps.
 * @throws {WaitError} with `wait`: the step failed; the error contains AWS's reason.
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
