import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { DescribeInstanceStatusCommand } from '@aws-sdk/client-ec2';

import { instanceStatus, type InstanceStatus } from './instance-status.js';

export interface DescribeInstanceStatusInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Describes the status of one instance in any state: both status checks and the events that AWS has scheduled. Concurrent calls are joined
 * into one request for up to 100 instances.
 *
 * @example
 * const { instanceStatus, systemStatus } = await describeInstanceStatus('i-0123456789abcdef0');
 * @throws {NotFoundError} there is no such instance in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceStatus.html
 */
export const describeInstanceStatus: Operation<string | DescribeInstanceStatusInput, InstanceStatus> = operation(
  () => ({
    name: 'describeInstanceStatus',
    service: ec2,
    command: DescribeInstanceStatusCommand,
    permissions: ['ec2:DescribeInstanceStatus'],
    key: 'instanceId',
    input: input<DescribeInstanceStatusInput>({ instanceId: instanceId() }),
    output: instanceStatus(),
    absent: 'not-found',
    // By default, AWS describes running instances only.
    request: () => ({ IncludeAllInstances: true }),
    batch: { limit: 100, ids: 'InstanceIds', items: (response) => response.InstanceStatuses, id: 'InstanceId' },
  }),
);
