import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { MonitorInstancesCommand } from '@aws-sdk/client-ec2';

import { instanceMonitoring, type InstanceMonitoring } from './instance-monitoring.js';

export interface MonitorInstanceInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Enables detailed monitoring of an instance: CloudWatch receives its metrics every minute instead of every five minutes. AWS bills it per
 * metric.
 *
 * @example
 * const { monitoring } = await monitorInstance('i-0123456789abcdef0');
 * @throws {NotFoundError} there is no such instance in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_MonitorInstances.html
 */
export const monitorInstance: Operation<string | MonitorInstanceInput, InstanceMonitoring, { on: 'instanceId' }> =
  operation(() => ({
    name: 'monitorInstance',
    service: ec2,
    command: MonitorInstancesCommand,
    repeatable: true,
    permissions: [{ action: 'ec2:MonitorInstances', resources: ['instance'] }],
    key: 'instanceId',
    input: input<MonitorInstanceInput>({ instanceId: instanceId() }),
    output: instanceMonitoring(),
    batch: { limit: 100, ids: 'InstanceIds', items: (response) => response.InstanceMonitorings, id: 'InstanceId' },
  }));
