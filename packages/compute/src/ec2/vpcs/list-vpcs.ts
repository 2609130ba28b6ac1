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
import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';

import { vpc, type Vpc } from './vpc.js';

export interface ListVpcsInput extends AwsInput {
  /** Tags that each has to have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /** AWS's further filters by name. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists VPCs, one page ahead of the consumer.
 *
 * @example
 * const all = await listVpcs({ tags: { team: 'web' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html
 */
export const listVpcs: ListOperation<ListVpcsInput, Vpc> = listOperation(() => ({
  name: 'listVpcs',
  service: ec2,
  command: DescribeVpcsCommand,
  permissions: ['ec2:DescribeVpcs'],
  input: input<ListVpcsInput>({
    tags: z.optional(tagRecord()),
    filters: z.optional(filterRecord()),
  }),
  item: vpc(),
  request: ({ tags, filters }) => ({ Filters: toFilterList(filters, tags) }),
  items: ({ Vpcs }) => Vpcs,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 1000 } },
}));
