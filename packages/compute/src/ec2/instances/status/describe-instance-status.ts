import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { DescribeInstanceStatusCommand } from '@aws-sdk/client-ec2';

import { instanceStatus, type InstanceStatus } from './instance-status.js';

export interface DescribeInstanceStatusInput extends AwsInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Describes the health of one instance, whatever its state: both status checks and what AWS has scheduled for it. Concurrent calls become
 * one request for up to 100 instances.
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
    // AWS leaves out instances that do not run unless it is told otherwise.
    request: () => ({ IncludeAllInstances: true }),
    batch: { limit: 100, ids: 'InstanceIds', items: (answer) => answer.InstanceStatuses, id: 'InstanceId' },
  }),
);
