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
import { DescribeInternetGatewaysCommand } from '@aws-sdk/client-ec2';

import { internetGateway, type InternetGateway } from './internet-gateway.js';

export interface ListInternetGatewaysInput extends AwsInput {
  /** Tags that each has to have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /** AWS's further filters by name. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists internet gateways, one page ahead of the consumer.
 *
 * @example
 * const all = await listInternetGateways({ tags: { team: 'web' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInternetGateways.html
 */
export const listInternetGateways: ListOperation<ListInternetGatewaysInput, InternetGateway> = listOperation(() => ({
  name: 'listInternetGateways',
  service: ec2,
  command: DescribeInternetGatewaysCommand,
  permissions: ['ec2:DescribeInternetGateways'],
  input: input<ListInternetGatewaysInput>({
    tags: z.optional(tagRecord()),
    filters: z.optional(filterRecord()),
  }),
  item: internetGateway(),
  request: ({ tags, filters }) => ({ Filters: toFilterList(filters, tags) }),
  items: ({ InternetGateways }) => InternetGateways,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 1000 } },
}));
