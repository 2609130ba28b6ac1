import {
  type AwsInput,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeInstanceStatusCommand } from '@aws-sdk/client-ec2';

import type { InstanceState } from '../../instance-states.js';
import { instanceStatus, type InstanceStatus, type StatusSummary } from './instance-status.js';

export interface ListInstanceStatusesInput extends AwsInput {
  /** One state, or several of which one has to be the instance's. Default: `running`. */
  readonly state?: InstanceState | readonly InstanceState[] | undefined;
  /** What the check of the instance's own software and network says, e.g. `impaired`. */
  readonly instanceStatus?: StatusSummary | readonly StatusSummary[] | undefined;
  /** What the check of the hardware and network below it says, e.g. `impaired`. */
  readonly systemStatus?: StatusSummary | readonly StatusSummary[] | undefined;
  /** What AWS has scheduled for it, e.g. `instance-retirement` or `system-reboot`. */
  readonly eventCode?: string | readonly string[] | undefined;
  /** Whether instances that do not run are listed. Default: only where `state` asks for them. */
  readonly includeAllInstances?: boolean | undefined;
  /** AWS's further filters by name, e.g. `{ 'availability-zone': 'eu-west-1a' }`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists the health of running instances, and of others where it is asked for, 1,000 in a request, one page ahead of the consumer.
 *
 * @example
 * for await (const { instanceId, events } of listInstanceStatuses({ systemStatus: 'impaired' })) console.log(instanceId, events);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceStatus.html
 */
export const listInstanceStatuses: ListOperation<ListInstanceStatusesInput, InstanceStatus> = listOperation(() => ({
  name: 'listInstanceStatuses',
  service: ec2,
  command: DescribeInstanceStatusCommand,
  permissions: ['ec2:DescribeInstanceStatus'],
  input: input<ListInstanceStatusesInput>({
    state: oneOrMore(),
    instanceStatus: oneOrMore(),
    systemStatus: oneOrMore(),
    eventCode: oneOrMore(),
    includeAllInstances: z.optional(z.boolean()),
    filters: filterRecord(),
  }),
  item: instanceStatus(),
  request: ({ state, includeAllInstances, ...rest }) => ({
    // Without it, AWS drops the instances that do not run before it looks at the filter.
    IncludeAllInstances: includeAllInstances ?? (state === undefined ? undefined : true),
    Filters: toFilterList({
      'instance-state-name': state,
      'instance-status.status': rest.instanceStatus,
      'system-status.status': rest.systemStatus,
      'event.code': rest.eventCode,
      ...rest.filters,
    }),
  }),
  items: (answer) => answer.InstanceStatuses,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 1_000 } },
}));

const oneOrMore = (): z.ZodMiniType<string | readonly string[] | undefined> =>
  z.optional(z.union([z.string(), z.array(z.string())]));
