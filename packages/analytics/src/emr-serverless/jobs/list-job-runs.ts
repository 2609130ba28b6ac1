import { type AwsInput, input, listOperation, type ListOperation, oneOrMore, z, type Open } from '@arch/core/builder';
import { applicationId, emrServerless } from '@arch/services/emr-serverless';
import { ListJobRunsCommand } from '@aws-sdk/client-emr-serverless';

import { type JobRunState, jobRunStates, listedJobRun, type ListedJobRun } from './job-run.js';

export interface ListJobRunsInput extends AwsInput {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** One state, or up to eight of which one must match. Default: all states. */
  readonly state?: JobRunState | readonly JobRunState[] | undefined;
  /** Lists only job runs that were created after this time. */
  readonly createdAtAfter?: Date | undefined;
  /** Lists only job runs that were created before this time. */
  readonly createdAtBefore?: Date | undefined;
  /** Lists only job runs of this mode. Default: both modes. */
  readonly mode?: Open<'BATCH' | 'STREAMING'> | undefined;
}

/**
 * Lists the job runs of an application, 50 per request, one page ahead of the consumer. The newest comes first; with several states, job
 * runs of the same state come together.
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
