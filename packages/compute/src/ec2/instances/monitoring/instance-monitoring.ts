import { type AwsResource, from, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { InstanceMonitoring$ } from '@aws-sdk/client-ec2';

/** The states of detailed monitoring. */
export const monitoringStates = ['disabled', 'disabling', 'enabled', 'pending'] as const;

/** The monitoring of an instance: CloudWatch receives metrics every minute (`enabled`) or every five minutes. */
export interface InstanceMonitoring extends AwsResource {
  /** The ID of the instance. */
  readonly instanceId: string;
  /** The state of detailed monitoring. `pending` becomes `enabled`, and `disabling` becomes `disabled`, without another call. */
  readonly monitoring: Open<(typeof monitoringStates)[number]>;
}

/** Parses one EC2 `InstanceMonitoring` structure. */
export const instanceMonitoring = (): Schema<InstanceMonitoring> =>
  resource<InstanceMonitoring>(InstanceMonitoring$, {
    instanceId: z.string(),
    monitoring: from('Monitoring.State', openEnum(monitoringStates)),
  });
