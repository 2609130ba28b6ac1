import {
  type AwsResource,
  from,
  list,
  type Open,
  openEnum,
  optionalString,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { VolumeStatusAction$, VolumeStatusDetails$, VolumeStatusEvent$, VolumeStatusItem$ } from '@aws-sdk/client-ec2';

/**
 * The results of the status checks of a volume: `impaired`, AWS has disabled I/O or it stalled; `warning`, the performance is below the expected
 * one; `insufficient-data`, the checks are in progress.
 */
export const volumeStatusSummaries = ['ok', 'warning', 'impaired', 'insufficient-data'] as const;
export type VolumeStatusSummary = Open<(typeof volumeStatusSummaries)[number]>;

/** One status check of a volume. */
export interface VolumeStatusDetail {
  /** The name of the check: `io-enabled`, `io-performance` or `initialization-state`. */
  readonly name: string;
  /** The result of the check, e.g. `passed`, `failed`, `normal`, `degraded`, `stalled` or `not-applicable`. */
  readonly status?: string | undefined;
}

/** An event of a volume, e.g. that AWS has disabled its I/O. */
export interface VolumeStatusEvent {
  /** The ID of the event. */
  readonly eventId?: string | undefined;
  /** The kind of event, e.g. `potential-data-inconsistency` or `io-performance:degraded`. */
  readonly eventType?: string | undefined;
  /** AWS's description of the event. */
  readonly description?: string | undefined;
  /** The earliest start of the event, in UTC. */
  readonly notBefore?: Date | undefined;
  /** The latest end of the event, in UTC. */
  readonly notAfter?: Date | undefined;
  /** The ID of the instance that the event concerns. */
  readonly instanceId?: string | undefined;
}

/** An action that an event of a volume requires from you. */
export interface VolumeStatusAction {
  /** The code of the action, e.g. `enable-volume-io`. */
  readonly code?: string | undefined;
  /** AWS's description of the action. */
  readonly description?: string | undefined;
  /** The ID of the event. */
  readonly eventId?: string | undefined;
  /** The kind of event. */
  readonly eventType?: string | undefined;
}

/** The status of a volume. https://docs.aws.amazon.com/ebs/latest/userguide/monitoring-volume-checks.html */
export interface VolumeStatus extends AwsResource {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /** The result of all checks together. */
  readonly volumeStatus: VolumeStatusSummary;
  /** The checks. */
  readonly details: readonly VolumeStatusDetail[];
  /** The events of the volume. */
  readonly events: readonly VolumeStatusEvent[];
  /** The actions that the events require from you. */
  readonly actions: readonly VolumeStatusAction[];
  /** The Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone?: string | undefined;
  /** How much of the snapshot AWS has loaded into the volume, in percent, 0–100. Only for volumes that were created from snapshots. */
  readonly initializationProgress?: number | undefined;
  /** The remaining time of the loading in seconds. Only for volumes with a provisioned initialization rate. */
  readonly estimatedTimeToCompleteInSeconds?: number | undefined;
}

/** Parses one EC2 `VolumeStatusItem` structure. */
export const volumeStatus = (): Schema<VolumeStatus> =>
  resource<VolumeStatus>(VolumeStatusItem$, {
    volumeId: z.string(),
    volumeStatus: from('VolumeStatus.Status', openEnum(volumeStatusSummaries)),
    details: from('VolumeStatus.Details', list(volumeStatusDetail())),
    events: list(volumeStatusEvent()),
    actions: list(volumeStatusAction()),
    availabilityZone: optionalString(),
    initializationProgress: from('InitializationStatusDetails.Progress', z.optional(z.number())),
    estimatedTimeToCompleteInSeconds: from(
      'InitializationStatusDetails.EstimatedTimeToCompleteInSeconds',
      z.optional(z.number()),
    ),
  });

const volumeStatusDetail = (): Schema<VolumeStatusDetail> =>
  resource<VolumeStatusDetail>(VolumeStatusDetails$, { name: z.string(), status: optionalString() });

const volumeStatusEvent = (): Schema<VolumeStatusEvent> =>
  resource<VolumeStatusEvent>(VolumeStatusEvent$, {
    eventId: optionalString(),
    eventType: optionalString(),
    description: optionalString(),
    notBefore: z.optional(z.date()),
    notAfter: z.optional(z.date()),
    instanceId: optionalString(),
  });

const volumeStatusAction = (): Schema<VolumeStatusAction> =>
  resource<VolumeStatusAction>(VolumeStatusAction$, {
    code: optionalString(),
    description: optionalString(),
    eventId: optionalString(),
    eventType: optionalString(),
  });
