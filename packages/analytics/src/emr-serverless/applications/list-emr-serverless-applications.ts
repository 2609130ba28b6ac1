import { type AwsInput, input, listOperation, type ListOperation, oneOrMore, z } from '@arch/core/builder';
import { emrServerless } from '@arch/services/emr-serverless';
import { ListApplicationsCommand } from '@aws-sdk/client-emr-serverless';

import {
  type EmrServerlessApplicationState,
  emrServerlessApplicationStates,
  listedEmrServerlessApplication,
  type ListedEmrServerlessApplication,
} from './emr-serverless-application.js';

export interface ListEmrServerlessApplicationsInput extends AwsInput {
  /** One state, or up to seven of which one must match. Default: all states. */
  readonly state?: EmrServerlessApplicationState | readonly EmrServerlessApplicationState[] | undefined;
}

/**
 * Lists EMR Serverless applications, 50 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { name, applicationId } of listEmrServerlessApplications({ state: 'STARTED' })) console.log(name, applicationId);
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_ListApplications.html
 */
export const listEmrServerlessApplications: ListOperation<
  ListEmrServerlessApplicationsInput,
  ListedEmrServerlessApplication
> = listOperation(() => ({
  name: 'listEmrServerlessApplications',
  service: emrServerless,
  command: ListApplicationsCommand,
  permissions: ['emr-serverless:ListApplications'],
  input: input<ListEmrServerlessApplicationsInput>({
    state: z.optional(oneOrMore(z.enum(emrServerlessApplicationStates), 7)),
  }),
  item: listedEmrServerlessApplication(),
  request: ({ state }) => ({ states: state === undefined ? undefined : ([state].flat() as never) }),
  items: ({ applications }) => applications,
  pages: { token: 'nextToken', size: { member: 'maxResults', least: 1, most: 50 } },
}));
