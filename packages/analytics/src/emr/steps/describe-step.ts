import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { clusterId, emr, stepId } from '@arch/services/emr';
import { DescribeStepCommand } from '@aws-sdk/client-emr';

import { step, type Step } from './step.js';

export interface DescribeStepInput extends AwsInput {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** ID of the step, e.g. `s-3LZC0QUT43AM`. */
  readonly stepId: string;
}

/**
 * Describes a step of a cluster, including the reason for its failure if EMR finds it in the logs.
 *
 * @example
 * const { state, failureDetails } = await describeStep({ clusterId, stepId });
 * @throws {NotFoundError} there is no such cluster in this region, or no such step in it.
 * @see https://docs.aws.amazon.com/emr/latest/APIReference/API_DescribeStep.html
 */
export const describeStep: Operation<DescribeStepInput, Step, { on: 'clusterId' }> = operation(() => ({
  name: 'describeStep',
  service: emr,
  command: DescribeStepCommand,
  permissions: [{ action: 'elasticmapreduce:DescribeStep', resources: ['cluster'] }],
  key: 'stepId',
  parentKey: 'clusterId',
  input: input<DescribeStepInput>({ clusterId: clusterId(), stepId: stepId() }),
  output: step(),
  absent: 'not-found',
  select: ({ Step }) => Step,
}));
