import { type AwsResource, from, list, openEnum, type Open, resource, type Schema, z } from '@arch/core/builder';
import { InstanceStatus$, InstanceStatusEvent$ } from '@aws-sdk/client-ec2';

import { type InstanceState, instanceStates } from '../../instance-states.js';

/** What a status check says. */
export const statusSummaries = ['ok', 'impaired', 'insufficient-data', 'not-applicable', 'initializing'] as const;
export type StatusSummary = Open<(typeof statusSummaries)[number]>;

/** Something that AWS will do to an instance, such as a reboot for maintenance. */
export interface InstanceStatusEvent {
  readonly instanceEventId?: string | undefined;
  /** e.g. `instance-retirement` or `system-reboot`. */
  readonly code: string;
  readonly description?: string | undefined;
  /** The earliest time, in UTC. */
  readonly notBefore?: Date | undefined;
  /** The latest time, in UTC. */
  readonly notAfter?: Date | undefined;
  /** Until when it can be done by yourself at a better time, in UTC. */
  readonly notBeforeDeadline?: Date | undefined;
}

/** The health of an instance. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html */
export interface InstanceStatus extends AwsResource {
  readonly instanceId: string;
  readonly availabilityZone?: string | undefined;
  readonly state: InstanceState;
  /** Whether the instance's own software and network answer. */
  readonly instanceStatus: StatusSummary;
  /** Whether the hardware and network below it work: AWS has to repair those. */
  readonly systemStatus: StatusSummary;
  /** Whether the EBS volumes answer; absent for an instance type that AWS does not check this of. */
  readonly attachedEbsStatus?: StatusSummary | undefined;
  readonly events: readonly InstanceStatusEvent[];
}

/** Parses one EC2 `InstanceStatus` structure. */
export const instanceStatus = (): Schema<InstanceStatus> =>
  resource<InstanceStatus>(InstanceStatus$, {
    instanceId: z.string(),
    availabilityZone: z.optional(z.string()),
    state: from('InstanceState.Name', openEnum(instanceStates)),
    instanceStatus: from('InstanceStatus.Status', openEnum(statusSummaries)),
    systemStatus: from('SystemStatus.Status', openEnum(statusSummaries)),
    attachedEbsStatus: from('AttachedEbsStatus.Status', z.optional(openEnum(statusSummaries))),
    events: list(instanceStatusEvent()),
  });

const instanceStatusEvent = (): Schema<InstanceStatusEvent> =>
  resource<InstanceStatusEvent>(InstanceStatusEvent$, {
    instanceEventId: z.optional(z.string()),
    code: z.string(),
    description: z.optional(z.string()),
    notBefore: z.optional(z.date()),
    notAfter: z.optional(z.date()),
    notBeforeDeadline: z.optional(z.date()),
  });
