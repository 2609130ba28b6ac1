import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { eventBridge } from '@arch/services/event-bridge';
import { ListEventBusesCommand } from '@aws-sdk/client-eventbridge';

import { listedEventBus, type ListedEventBus } from './event-bus.js';

export interface ListEventBusesInput extends AwsInput {
  /** Prefix of the names. Default: all event buses. */
  readonly namePrefix?: string | undefined;
}

/**
 * Lists the event buses in the region, including the default event bus and partner event buses, up to 100 in a request.
 *
 * @example
 * for await (const { name } of listEventBuses()) console.log(name);
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListEventBuses.html
 */
export const listEventBuses: ListOperation<ListEventBusesInput, ListedEventBus> = listOperation(() => ({
  name: 'listEventBuses',
  service: eventBridge,
  command: ListEventBusesCommand,
  permissions: ['events:ListEventBuses'],
  input: input<ListEventBusesInput>({
    namePrefix: z.optional(z.string().check(z.regex(/^[/.\-\w]{1,256}$/, '1–256 letters, digits, /, ., - and _'))),
  }),
  item: listedEventBus(),
  items: ({ EventBuses }) => EventBuses,
  pages: { token: 'NextToken', size: { member: 'Limit', least: 1, most: 100 } },
}));
