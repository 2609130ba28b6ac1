import { InvalidInputError } from '@arch/core';
import { jsonText, secret, z } from '@arch/core/builder';
import { eventBusName } from '@arch/services/event-bridge';

/** An event to put on an event bus. */
export interface EventInput {
  /** Source of the event, e.g. `shop.orders`. The prefix `aws.` is reserved for AWS. */
  readonly source: string;
  /** Type of the event, e.g. `OrderPlaced`, 1–128 characters. */
  readonly detailType: string;
  /** Content of the event, an object that is sent as JSON. */
  readonly detail: object;
  /** Name or ARN of the event bus. Default: `default`, the default event bus. */
  readonly eventBusName?: string | undefined;
  /** ARNs of the AWS resources that the event concerns. */
  readonly resources?: readonly string[] | undefined;
  /** Time of the event. Default that AWS applies: the time of the request. */
  readonly time?: Date | undefined;
  /** AWS X-Ray trace header, 1–500 characters. */
  readonly traceHeader?: string | undefined;
}

/** The schemas of the members of {@link EventInput}. */
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

/** An event in AWS's form. */
export interface EventEntry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly EventBusName?: string | undefined;
  readonly Resources?: readonly string[] | undefined;
  readonly Time?: Date | undefined;
  readonly TraceHeader?: string | undefined;
}

/** The position of an event in an input, for error messages. */
export interface EventPlace {
  readonly operation: string;
  /** Prefix of member names, e.g. `events[3].`. */
  readonly prefix: string;
}

/** Size that an event must not reach, in bytes. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
const eventSizeLimit = 1_048_576;

/** Maximum size of a request, in bytes. AWS documents 1 MB and does not define the unit. A larger event is sent alone. */
export const maxRequestBytes = 1_000_000;

/** Converts an event to AWS's form. Throws an error for an event that EventBridge would reject. The error does not quote the detail. */
export const toEventEntry = (event: EventInput, { operation, prefix }: EventPlace): EventEntry => {
  const { source, detailType, detail, eventBusName, resources, time, traceHeader } = event;
  const text = jsonText(detail, { operation, place: `${prefix}detail` });
  const invalidEvent = (problem: string): InvalidInputError =>
    new InvalidInputError(`${operation}: ${prefix}${problem}.`, { operation });
  // The method toJSON() of an object can return any value.
  if (!text.startsWith('{')) throw invalidEvent('detail must be an object when it is converted to JSON');
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
  if (bytes >= eventSizeLimit)
    throw invalidEvent(
      `the event must have less than 1,048,576 bytes (1 MiB) (got ${bytes.toLocaleString('en-US')}). Store the detail in S3 and send its key`,
    );
  return entry;
};

/** The size of an event in bytes, as EventBridge calculates it. */
export const eventBytes = ({ Source, DetailType, Detail, Resources = [], Time }: EventEntry): number =>
  [Source, DetailType, Detail, ...Resources].reduce((sum, text) => sum + Buffer.byteLength(text), Time ? 14 : 0);
