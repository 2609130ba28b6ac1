import { type AwsResource, from, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { InstanceMonitoring$ } from '@aws-sdk/client-ec2';

/** The states of detailed monitoring. */
export const monitoringStates = ['disabled', 'disabling', 'enabled', 'pending'] as const;

/** Whether AWS measures an instance every minute (`enabled`) or every five. */
export interface InstanceMonitoring extends AwsResource {
  readonly instanceId: string;
  /** `pending` and `disabling` turn into `enabled` and `disabled` by themselves. */
  readonly monitoring: Open<(typeof monitoringStates)[number]>;
}

/** Parses one EC2 `InstanceMonitoring` structure. */
export const instanceMonitoring = (): Schema<InstanceMonitoring> =>
  resource<InstanceMonitoring>(InstanceMonitoring$, {
    instanceId: z.string(),
    monitoring: from('Monitoring.State', openEnum(monitoringStates)),
  });
