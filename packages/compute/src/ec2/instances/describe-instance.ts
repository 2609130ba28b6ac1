import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';

import { instance, type Instance } from './instance.js';

export interface DescribeInstanceInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Describes one instance. Concurrent calls are joined into one request for up to 100 instances. AWS still describes a terminated instance
 * for about an hour, without most members.
 *
 * @example
 * const { state, launchTime } = await describeInstance('i-0123456789abcdef0');
 * @throws {NotFoundError} there is no such instance in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html
 */
export const describeInstance: Operation<string | DescribeInstanceInput, Instance> = operation(() => ({
  name: 'describeInstance',
  service: ec2,
  command: DescribeInstancesCommand,
  permissions: ['ec2:DescribeInstances'],
  key: 'instanceId',
  input: input<DescribeInstanceInput>({ instanceId: instanceId() }),
  output: instance(),
  absent: 'not-found',
  batch: {
    limit: 100,
    ids: 'InstanceIds',
    items: ({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances),
    id: 'InstanceId',
  },
}));
