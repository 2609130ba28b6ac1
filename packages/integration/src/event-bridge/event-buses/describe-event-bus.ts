import { type AwsInput, input, notFound, operation, type Operation } from '@arch/core/builder';
import { eventBridge, eventBusName } from '@arch/services/event-bridge';
import { DescribeEventBusCommand } from '@aws-sdk/client-eventbridge';

import { eventBus, type EventBus } from './event-bus.js';

export interface DescribeEventBusInput extends AwsInput {
  /** Name or ARN of the event bus. The name of the default event bus is `default`. */
  readonly name: string;
}

/**
 * Describes an event bus: its policy and its encryption.
 *
 * @example
 * const { policy } = await describeEventBus('shop');
 * @throws {NotFoundError} there is no such event bus in this region.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html
 */
export const describeEventBus: Operation<string | DescribeEventBusInput, EventBus, { on: 'eventBusName' }> = operation(
  () => ({
    name: 'describeEventBus',
    service: eventBridge,
    command: DescribeEventBusCommand,
    permissions: [{ action: 'events:DescribeEventBus', resources: ['event-bus'] }],
    key: 'name',
    input: input<DescribeEventBusInput>({ name: eventBusName() }),
    output: eventBus(),
    errors: { ResourceNotFoundException: notFound({ resource: 'event bus', member: 'name' }) },
  }),
);
