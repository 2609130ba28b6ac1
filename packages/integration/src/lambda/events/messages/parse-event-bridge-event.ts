import type { StandardSchema } from '@arch/core';
import { readAs, readInput, z } from '@arch/core/builder';

import { eventDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';

/** An event of EventBridge, also from a schedule. https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html */
export interface EventBridgeEvent<Detail = unknown> {
  /** ID of the event. */
  readonly id: string;
  /** Source of the event, e.g. `aws.s3` or `shop.orders`. */
  readonly source: string;
  /** Type of the event, e.g. `Object Created`. */
  readonly detailType: string;
  /** Content of the event: the output of the schema, or the sent value if there is no schema. */
  readonly detail: Detail;
  /** Time of the event, in UTC. */
  readonly time: Date;
  /** Region of the event. */
  readonly region: string;
  /** ID of the account of the event. */
  readonly account: string;
  /** ARNs of the AWS resources that the event concerns. */
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
 * Parses the event with which EventBridge invokes a Lambda function. With a schema (zod, valibot, arktype), `detail` must match it.
 *
 * @example
 * const { detail } = await parseEventBridgeEvent(event, z.object({ orderId: z.string() }));
 * @throws {InvalidInputError} the event is of another kind, a member is missing or invalid, or `detail` does not match the schema.
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
