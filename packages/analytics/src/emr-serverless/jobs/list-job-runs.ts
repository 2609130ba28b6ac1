import { type AwsInput, input, listOperation, type ListOperation, oneOrMore, z, type Open } from '@arch/core/builder';
import { applicationId, emrServerless } from '@arch/services/emr-serverless';
import { ListJobRunsCommand } from '@aws-sdk/client-emr-serverless';

import { type JobRunState, jobRunStates, listedJobRun, type ListedJobRun } from './job-run.js';

export interface ListJobRunsInput extends AwsInput {
  /** e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** One state, or up to eight of which one has to be the job run's. */
  readonly state?: JobRunState | readonly JobRunState[] | undefined;
  readonly createdAtAfter?: Date | undefined;
  readonly createdAtBefore?: Date | undefined;
  readonly mode?: Open<'BATCH' | 'STREAMING'> | undefined;
}

/**
 * Lists the job runs of an application, the newest first, 50 in a request, one page ahead of the consumer.
 *
 * @example
 * for await (const { name, stateDetails } of listJobRuns({ applicationId, state: 'FAILED' })) console.log(name, stateDetails);
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_ListJobRuns.html
 */
export const listJobRuns: ListOperation<ListJobRunsInput, ListedJobRun, { on: 'applicationId' }> = listOperation(
  () => ({
    name: 'listJobRuns',
    service: emrServerless,
    command: ListJobRunsCommand,
    permissions: [{ action: 'emr-serverless:ListJobRuns', resources: ['application'] }],
    input: input<ListJobRunsInput>({
      applicationId: applicationId(),
      state: z.optional(oneOrMore(z.enum(jobRunStates), 8)),
      createdAtAfter: z.optional(z.date()),
      createdAtBefore: z.optional(z.date()),
      mode: z.optional(z.enum(['BATCH', 'STREAMING'])),
    }),
    item: listedJobRun(),
    request: ({ applicationId, state }) => ({
      applicationId,
      states: state === undefined ? undefined : ([state].flat() as never),
    }),
    items: ({ jobRuns }) => jobRuns,
    pages: { token: 'nextToken', size: { member: 'maxResults', least: 1, most: 50 } },
  }),
);
