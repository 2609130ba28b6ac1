import { type AwsInput, input, listOperation, type ListOperation, oneOrMore, z } from '@arch/core/builder';
import { clusterId, emr, stepId } from '@arch/services/emr';
import { ListStepsCommand } from '@aws-sdk/client-emr';

import { listedStep, type ListedStep, type StepState, stepStates } from './step.js';

export interface ListStepsInput extends AwsInput {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** One state, or several of which one must match. Default: all states. */
  readonly state?: StepState | readonly StepState[] | undefined;
  /** IDs of 1–10 steps. Default: all steps. */
  readonly stepIds?: readonly string[] | undefined;
}

/**
 * Lists the steps of a cluster, 50 per request, one page ahead of the consumer. The newest comes first.
 *
 * @example
 * for await (const { name, failureDetails } of listSteps({ clusterId, state: 'FAILED' })) console.log(name, failureDetails?.message);
 * @throws {NotFoundError} there is no such cluster in this region.
 * @see https://docs.aws.amazon.com/emr/latest/APIReference/API_ListSteps.html
 */
export const listSteps: ListOperation<ListStepsInput, ListedStep, { on: 'clusterId' }> = listOperation(() => ({
  name: 'listSteps',
  service: emr,
  command: ListStepsCommand,
  permissions: [{ action: 'elasticmapreduce:ListSteps', resources: ['cluster'] }],
  input: input<ListStepsInput>({
    clusterId: clusterId(),
    state: z.optional(oneOrMore(z.enum(stepStates))),
    stepIds: z.optional(z.array(stepId()).check(z.minLength(1), z.maxLength(10))),
  }),
  item: listedStep(),
  request: ({ clusterId, state }) => ({
    ClusterId: clusterId,
    StepStates: state === undefined ? undefined : ([state].flat() as never),
  }),
  items: ({ Steps }) => Steps,
  pages: { token: 'Marker' },
}));
