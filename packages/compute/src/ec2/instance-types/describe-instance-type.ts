import { type AwsInput, input, notFound, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceTypeName } from '@arch/services/ec2';
import { DescribeInstanceTypesCommand } from '@aws-sdk/client-ec2';

import { instanceType, type InstanceType } from './instance-type.js';

export interface DescribeInstanceTypeInput extends AwsInput {
  /** The name of the instance type, e.g. `t3.micro`. */
  readonly instanceType: string;
}

/**
 * Describes one instance type: its CPUs, memory, network, volumes and GPUs. Concurrent calls are joined into one request for up to 100
 * types.
 *
 * @example
 * const { vCpus, memorySizeMiB, architectures } = await describeInstanceType('t3.micro');
 * @throws {NotFoundError} there is no such instance type in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html
 */
export const describeInstanceType: Operation<string | DescribeInstanceTypeInput, InstanceType> = operation(() => ({
  name: 'describeInstanceType',
  service: ec2,
  command: DescribeInstanceTypesCommand,
  permissions: ['ec2:DescribeInstanceTypes'],
  key: 'instanceType',
  input: input<DescribeInstanceTypeInput>({ instanceType: instanceTypeName() }),
  output: instanceType(),
  absent: 'not-found',
  batch: { limit: 100, ids: 'InstanceTypes', items: (response) => response.InstanceTypes, id: 'InstanceType' },
  errors: {
    InvalidInstanceType: notFound({
      resource: 'instance type',
      member: 'instanceType',
      remedy: 'Instance types differ between regions.',
    }),
  },
}));
