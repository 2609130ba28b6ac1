import { type AwsResource, from, list, openEnum, type Open, resource, type Schema, z } from '@arch/core/builder';
import { InstanceStatus$, InstanceStatusEvent$ } from '@aws-sdk/client-ec2';

import { type InstanceState, instanceStates } from '../../instance-states.js';

/** The results of a status check. */
export const statusSummaries = ['ok', 'impaired', 'insufficient-data', 'not-applicable', 'initializing'] as const;
/** The result of a status check. */
export type StatusSummary = Open<(typeof statusSummaries)[number]>;

/** The kinds of scheduled events. */
export const eventCodes = [
  'instance-reboot',
  'instance-retirement',
  'instance-stop',
  'system-maintenance',
  'system-reboot',
] as const;
/** The kind of a scheduled event. */
export type EventCode = Open<(typeof eventCodes)[number]>;

/** An event that AWS has scheduled for an instance, e.g. a reboot for maintenance. */
export interface InstanceStatusEvent {
  /** The ID of the event, e.g. `instance-event-0d59937288b749b32`. */
  readonly instanceEventId?: string | undefined;
  /** The kind of event, e.g. `instance-retirement` or `system-reboot`. */
  readonly code: EventCode;
  /** AWS's description of the event. */
  readonly description?: string | undefined;
  /** The earliest start of the event, in UTC. */
  readonly notBefore?: Date | undefined;
  /** The latest end of the event, in UTC. */
  readonly notAfter?: Date | undefined;
  /** The deadline for the start of the event, in UTC. Until then, you can reschedule the event. */
  readonly notBeforeDeadline?: Date | undefined;
}

/** The status of an instance. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html */
export interface InstanceStatus extends AwsResource {
  /** The ID of the instance. */
  readonly instanceId: string;
  /** The Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone?: string | undefined;
  /** The state of the instance. */
  readonly state: InstanceState;
  /** The result of the instance status check: software and network configuration of the instance. */
  readonly instanceStatus: StatusSummary;
  /** The result of the system status check: hardware and network below the instance, which AWS has to repair. */
  readonly systemStatus: StatusSummary;
  /** The result of the EBS status check: whether the attached EBS volumes are reachable. Absent for instance types without this check. */
  readonly attachedEbsStatus?: StatusSummary | undefined;
  /** The events that AWS has scheduled for the instance. */
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
