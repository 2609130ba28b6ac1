import { type AwsInput, type Filters, listOperation, type ListOperation, oneOrMore, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeInstanceStatusCommand } from '@aws-sdk/client-ec2';

import { type InstanceState, instanceStates } from '../../instance-states.js';
import {
  type EventCode,
  eventCodes,
  instanceStatus,
  type InstanceStatus,
  statusSummaries,
  type StatusSummary,
} from './instance-status.js';

export interface ListInstanceStatusesInput extends AwsInput {
  /** One state, or several of which one must match. Default: `running`. */
  readonly state?: InstanceState | readonly InstanceState[] | undefined;
  /** Results of the instance status check (software and network configuration), e.g. `impaired`; one of several must match. */
  readonly instanceStatus?: StatusSummary | readonly StatusSummary[] | undefined;
  /** Results of the system status check (hardware and network below the instance), e.g. `impaired`; one of several must match. */
  readonly systemStatus?: StatusSummary | readonly StatusSummary[] | undefined;
  /** Kinds of scheduled events, e.g. `instance-retirement` or `system-reboot`; one of several must match. */
  readonly eventCode?: EventCode | readonly EventCode[] | undefined;
  /** Whether instances that are not running are listed. Default: `true` if `state` is set, otherwise `false`. */
  readonly includeAllInstances?: boolean | undefined;
  /** Further filters by AWS's names, e.g. `{ 'availability-zone': 'eu-west-1a' }`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists the status of instances, by default of running ones, 1,000 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { instanceId, events } of listInstanceStatuses({ systemStatus: 'impaired' })) console.log(instanceId, events);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceStatus.html
 */
export const listInstanceStatuses: ListOperation<ListInstanceStatusesInput, InstanceStatus> = listOperation(() =>
  ec2List({
    name: 'listInstanceStatuses',
    command: DescribeInstanceStatusCommand,
    filtersByTags: false,
    input: {
      state: z.optional(oneOrMore(z.enum(instanceStates))),
      instanceStatus: z.optional(oneOrMore(z.enum(statusSummaries))),
      systemStatus: z.optional(oneOrMore(z.enum(statusSummaries))),
      eventCode: z.optional(oneOrMore(z.enum(eventCodes))),
      includeAllInstances: z.optional(z.boolean()),
    },
    item: instanceStatus(),
    items: (response) => response.InstanceStatuses,
    filters: ({ state, instanceStatus, systemStatus, eventCode }) => ({
      'instance-state-name': state,
      'instance-status.status': instanceStatus,
      'system-status.status': systemStatus,
      'event.code': eventCode,
    }),
    request: ({ state, includeAllInstances }) => ({
      // Without this member, AWS removes instances that are not running before it applies the filter.
      IncludeAllInstances: includeAllInstances ?? (state === undefined ? undefined : true),
    }),
    pageSize: 1_000,
  }),
);
