import {
  type AwsInput,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  tagRecord,
  type Tags,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeLaunchTemplatesCommand } from '@aws-sdk/client-ec2';

import { launchTemplate, type LaunchTemplate } from './launch-template.js';

export interface ListLaunchTemplatesInput extends AwsInput {
  /** Tags that a template has to have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /** AWS's further filters by name, e.g. `{ 'launch-template-name': ['web-*'] }`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists launch templates, 200 in a request, one page ahead of the consumer.
 *
 * @example
 * for await (const { launchTemplateName } of listLaunchTemplates()) console.log(launchTemplateName);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplates.html
 */
export const listLaunchTemplates: ListOperation<ListLaunchTemplatesInput, LaunchTemplate> = listOperation(() => ({
  name: 'listLaunchTemplates',
  service: ec2,
  command: DescribeLaunchTemplatesCommand,
  permissions: ['ec2:DescribeLaunchTemplates'],
  input: input<ListLaunchTemplatesInput>({ tags: z.optional(tagRecord()), filters: z.optional(filterRecord()) }),
  item: launchTemplate(),
  request: ({ tags, filters }) => ({ Filters: toFilterList(filters, tags) }),
  items: ({ LaunchTemplates }) => LaunchTemplates,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 1, most: 200 } },
}));
