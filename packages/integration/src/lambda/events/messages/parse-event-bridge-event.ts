import type { StandardSchema } from '@arch/core';
import { readAs, readInput, z } from '@arch/core/builder';

import { eventDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';

/** An event of EventBridge, also of one of its schedules. https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html */
export interface EventBridgeEvent<Detail = unknown> {
  readonly id: string;
  /** e.g. `aws.s3`, or your own `orders`. */
  readonly source: string;
  readonly detailType: string;
  /** As it was sent, or what the schema made of it. */
  readonly detail: Detail;
  readonly time: Date;
  readonly region: string;
  readonly account: string;
  /** ARNs of the resources that the event is about. */
  readonly resources: readonly string[];
}

const type = () =>
  z.object({
    id: z.string(),
    source: z.string(),
    'detail-type': z.string(),
    detail: z.unknown(),
    time: eventDate(),
    region: z.string(),
    account: z.string(),
    resources: z.optional(z.array(z.string())),
  });

/**
 * Parses the event with which EventBridge calls a Lambda function. With a schema (zod, valibot, arktype), `detail` has to fit it.
 *
 * @example
 * const { detail } = await parseEventBridgeEvent(event, z.object({ orderId: z.string() }));
 * @throws {InvalidInputError} it is an event of another kind, a member is missing or invalid, or `detail` does not fit the schema.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html
 */
export async function parseEventBridgeEvent(event: unknown): Promise<EventBridgeEvent>;
export async function parseEventBridgeEvent<Detail>(
  event: unknown,
  schema: StandardSchema<Detail>,
): Promise<EventBridgeEvent<Detail>>;
export async function parseEventBridgeEvent(
  event: unknown,
  schema?: StandardSchema<unknown>,
): Promise<EventBridgeEvent> {
  const operation = 'parseEventBridgeEvent';
  expectKind(operation, event, 'event-bridge');
  const {
    'detail-type': detailType,
    time,
    detail,
    resources = [],
    ...rest
  } = readInput({ name: operation, input: type() }, event);
  return {
    ...rest,
    detailType,
    time,
    resources,
    detail: schema ? await readAs(schema, detail, { operation, what: 'detail', side: 'input' }) : detail,
  };
}
