import { type FilterInput, listOperation, type ListOperation, oneOrMore, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';

import { type InstanceState, instanceStates } from '../instance-states.js';
import { instance, type Instance } from './instance.js';

export interface ListInstancesInput extends FilterInput {
  /** One state, or several of which one must match. Default: all states, including instances that were terminated in the last hour. */
  readonly state?: InstanceState | readonly InstanceState[] | undefined;
  /** The ID of a VPC. Default: all VPCs. */
  readonly vpcId?: string | undefined;
}

/**
 * Lists instances, 1,000 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { instanceId, tags } of listInstances({ state: 'running', tags: { team: 'web' } })) console.log(instanceId, tags);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html
 */
export const listInstances: ListOperation<ListInstancesInput, Instance> = listOperation(() =>
  ec2List({
    name: 'listInstances',
    command: DescribeInstancesCommand,
    input: { state: z.optional(oneOrMore(z.enum(instanceStates))), vpcId: z.optional(z.string()) },
    item: instance(),
    items: ({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances),
    filters: ({ state, vpcId }) => ({ 'instance-state-name': state, 'vpc-id': vpcId }),
    pageSize: 1_000,
  }),
);
