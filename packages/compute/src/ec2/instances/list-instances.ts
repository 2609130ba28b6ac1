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
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';

import { instance, type Instance, type InstanceState } from './instance.js';

export interface ListInstancesInput extends AwsInput {
  /** One state, or several of which one has to be the instance's. Default: every state, terminated ones of the last hour included. */
  readonly state?: InstanceState | readonly InstanceState[] | undefined;
  /** Tags that an instance has to have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /** Only instances of this VPC. */
  readonly vpcId?: string | undefined;
  /** AWS's further filters by name, e.g. `{ 'instance-type': ['t3.micro', 't3.small'] }`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists instances, 1,000 in a request, one page ahead of the consumer.
 *
 * @example
 * for await (const { instanceId, tags } of listInstances({ state: 'running', tags: { team: 'web' } })) console.log(instanceId, tags);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html
 */
export const listInstances: ListOperation<ListInstancesInput, Instance> = listOperation(() => ({
  name: 'listInstances',
  service: ec2,
  command: DescribeInstancesCommand,
  permissions: ['ec2:DescribeInstances'],
  input: input<ListInstancesInput>({
    state: z.optional(z.union([z.string(), z.array(z.string())])),
    tags: z.optional(tagRecord()),
    vpcId: z.optional(z.string()),
    filters: filterRecord(),
  }),
  item: instance(),
  request: ({ state, tags, vpcId, filters }) => ({
    Filters: toFilterList({ 'instance-state-name': state, 'vpc-id': vpcId, ...filters }, tags),
  }),
  items: ({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances),
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 1_000 } },
}));
