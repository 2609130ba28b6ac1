import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { UnmonitorInstancesCommand } from '@aws-sdk/client-ec2';

import { instanceMonitoring, type InstanceMonitoring } from './instance-monitoring.js';

export interface UnmonitorInstanceInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Disables detailed monitoring of an instance: CloudWatch receives its metrics every five minutes, free of charge.
 *
 * @example
 * const { monitoring } = await unmonitorInstance('i-0123456789abcdef0');
 * @throws {NotFoundError} there is no such instance in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnmonitorInstances.html
 */
export const unmonitorInstance: Operation<string | UnmonitorInstanceInput, InstanceMonitoring, { on: 'instanceId' }> =
  operation(() => ({
    name: 'unmonitorInstance',
    service: ec2,
    command: UnmonitorInstancesCommand,
    permissions: [{ action: 'ec2:UnmonitorInstances', resources: ['instance'] }],
    key: 'instanceId',
    input: input<UnmonitorInstanceInput>({ instanceId: instanceId() }),
    output: instanceMonitoring(),
    batch: { limit: 100, ids: 'InstanceIds', items: (response) => response.InstanceMonitorings, id: 'InstanceId' },
  }));
