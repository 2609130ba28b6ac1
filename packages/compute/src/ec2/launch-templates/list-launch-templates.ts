import { type FilterInput, listOperation, type ListOperation } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeLaunchTemplatesCommand } from '@aws-sdk/client-ec2';

import { launchTemplate, type LaunchTemplate } from './launch-template.js';

export interface ListLaunchTemplatesInput extends FilterInput {}

/**
 * Lists launch templates, 200 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { launchTemplateName } of listLaunchTemplates()) console.log(launchTemplateName);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplates.html
 */
export const listLaunchTemplates: ListOperation<ListLaunchTemplatesInput, LaunchTemplate> = listOperation(() =>
  ec2List({
    name: 'listLaunchTemplates',
    command: DescribeLaunchTemplatesCommand,
    item: launchTemplate(),
    items: ({ LaunchTemplates }) => LaunchTemplates,
    pageSize: 200,
  }),
);
