import { InvalidInputError } from '@arch/core';
import { jsonText, secret, z } from '@arch/core/builder';
import { eventBusName } from '@arch/services/event-bridge';

/** An event to put on a bus. */
export interface EventInput {
  /** Who says it, e.g. `shop.orders`. What begins with `aws.` is kept for AWS. */
  readonly source: string;
  /** What has happened, e.g. `OrderPlaced`: 1–128 characters. */
  readonly detailType: string;
  /** The event itself, an object that goes out as JSON. */
  readonly detail: object;
  /** Name or ARN of the bus. Default: the account's own, `default`. */
  readonly eventBusName?: string | undefined;
  /** ARNs of what the event is about. */
  readonly resources?: readonly string[] | undefined;
  /** When it happened. Default: when it arrives. */
  readonly time?: Date | undefined;
  /** For X-Ray, 1–500 characters. */
  readonly traceHeader?: string | undefined;
}

/** The members of {@link EventInput}, checked one by one. */
export const eventFields = (): { readonly [Name in keyof EventInput]-?: z.ZodMiniType<EventInput[Name]> } => ({
  source: z.string().check(z.regex(/^(?!aws\.)[^]+$/, 'a string that does not begin with aws., e.g. shop.orders')),
  detailType: z.string().check(z.minLength(1), z.maxLength(128)),
  detail: secret(
    z.custom<object>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      'an object, because EventBridge accepts no other JSON',
    ),
  ),
  eventBusName: z.optional(eventBusName()),
  resources: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(2_048)))),
  time: z.optional(z.date()),
  traceHeader: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
});

/** An event in AWS's words. */
export interface EventEntry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly EventBusName?: string | undefined;
  readonly Resources?: readonly string[] | undefined;
  readonly Time?: Date | undefined;
  readonly TraceHeader?: string | undefined;
}

/** Where an event stands in an input. */
export interface EventPlace {
  readonly operation: string;
  /** What goes before a member's name, e.g. `events[3].`. */
  readonly prefix: string;
}

/** Bytes that an event has to stay under. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
const tooManyBytes = 1_048_576;

/** Bytes of a request: AWS says 1 MB, and not which; an event that is larger goes out alone. */
export const mostRequestBytes = 1_000_000;

/** Writes an event in AWS's words. What EventBridge would refuse is an error that names the member; the detail is not quoted. */
export const toEventEntry = (event: EventInput, { operation, prefix }: EventPlace): EventEntry => {
  const { source, detailType, detail, eventBusName, resources, time, traceHeader } = event;
  const text = jsonText(detail, { operation, place: `${prefix}detail` });
  const wrong = (what: string): InvalidInputError =>
    new InvalidInputError(`${operation}: ${prefix}${what}.`, { operation });
  // What has a toJSON() of its own may be anything.
  if (!text.startsWith('{')) throw wrong('detail must be an object when written as JSON');
  const entry = {
    Source: source,
    DetailType: detailType,
    Detail: text,
    EventBusName: eventBusName,
    Resources: resources,
    Time: time,
    TraceHeader: traceHeader,
  };
  const bytes = eventBytes(entry);
  if (bytes >= tooManyBytes)
    throw wrong(
      `the event must have less than 1,048,576 bytes (1 MiB) (got ${bytes.toLocaleString('en-US')}). Put the detail into S3 and send its key`,
    );
  return entry;
};

/** Bytes of an event, as EventBridge counts them. */
export const eventBytes = ({ Source, DetailType, Detail, Resources = [], Time }: EventEntry): number =>
  [Source, DetailType, Detail, ...Resources].reduce((sum, text) => sum + Buffer.byteLength(text), Time ? 14 : 0);
