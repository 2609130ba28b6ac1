import { InvalidInputError, type StandardSchema } from '@arch/core';
import { type AwsResource, type Open, readInput, secret, withAws, z } from '@arch/core/builder';

import { eventBytes } from '../event-bytes.js';
import { epochDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { readJson } from '../read-json.js';

/** Types of messages: log events (`DATA_MESSAGE`), and a test by CloudWatch Logs of the destination (`CONTROL_MESSAGE`). */
export const logsMessageTypes = ['DATA_MESSAGE', 'CONTROL_MESSAGE'] as const;
export type LogsMessageType = Open<(typeof logsMessageTypes)[number]>;

/** A log event: one line of a log. */
export interface CloudWatchLogEvent<Message = string> {
  /** ID of the log event. */
  readonly id: string;
  /** Time of the log event, in UTC. */
  readonly timestamp: Date;
  /** Message: the output of the schema, or text if there is no schema. */
  readonly message: Message;
}

/** An event of a CloudWatch Logs subscription. The member `aws` is the decompressed structure. */
export interface CloudWatchLogsEvent<Message = string> extends AwsResource {
  /** Type: `DATA_MESSAGE` or `CONTROL_MESSAGE`. */
  readonly messageType: LogsMessageType;
  /** ID of the account of the log group. */
  readonly owner: string;
  /** Name of the log group. */
  readonly logGroup: string;
  /** Name of the log stream. */
  readonly logStream: string;
  /** Names of the subscription filters that the log events matched. */
  readonly subscriptionFilters: readonly string[];
  /** Log events. Empty for a control message. */
  readonly logEvents: readonly CloudWatchLogEvent<Message>[];
}

const envelope = () => z.object({ awslogs: z.object({ data: eventBytes() }) });

const type = () =>
  z.object({
    messageType: z.string(),
    owner: z.string(),
    logGroup: z.string(),
    logStream: z.string(),
    subscriptionFilters: z.array(z.string()),
    logEvents: z.array(z.object({ id: z.string(), timestamp: epochDate('milliseconds'), message: secret(z.string()) })),
  });

/**
 * Parses the event with which CloudWatch Logs invokes a Lambda function, and decompresses it (at most 256 MiB). With a schema (zod, valibot,
 * arktype), every message must be JSON that matches it, except in a control message.
 *
 * @example
 * const { logGroup, logEvents } = await parseCloudWatchLogsEvent(event);
 * for (const { timestamp, message } of logEvents) console.log(logGroup, timestamp, message);
 * @throws {InvalidInputError} the event is of another kind, its data are damaged, or a message does not match the schema.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-cloudwatchlogs.html
 */
export async function parseCloudWatchLogsEvent(event: unknown): Promise<CloudWatchLogsEvent>;
export async function parseCloudWatchLogsEvent<Message>(
  event: unknown,
  schema: StandardSchema<Message>,
): Promise<CloudWatchLogsEvent<Message>>;
export async function parseCloudWatchLogsEvent(
  event: unknown,
  schema?: StandardSchema<unknown>,
): Promise<CloudWatchLogsEvent<unknown>> {
  const operation = 'parseCloudWatchLogsEvent';
  expectKind(operation, event, 'cloudwatch-logs');
  const { awslogs } = readInput({ name: operation, input: envelope() }, event);
  const sent = await decompressed(operation, awslogs.data);
  const { logEvents, ...rest } = readInput({ name: operation, input: type() }, sent);
  const isData = rest.messageType !== 'CONTROL_MESSAGE';
  const read = async ({ message, ...line }: (typeof logEvents)[number]): Promise<CloudWatchLogEvent<unknown>> => ({
    ...line,
    message: schema ? await readJson(operation, `log event ${line.id}`, message, schema) : message,
  });
  return withAws({ ...rest, logEvents: isData ? await Promise.all(logEvents.map(read)) : [] }, sent);
}

const maxBytes = 256 * 1_024 * 1_024;

const decompressed = async (operation: string, bytes: Uint8Array): Promise<unknown> => {
  // Loaded on first use: few functions read logs.
  const { unzipSync } = await import('node:zlib');
  try {
    return JSON.parse(unzipSync(bytes, { maxOutputLength: maxBytes }).toString('utf8'));
  } catch (cause) {
    throw new InvalidInputError(`${operation}: awslogs.data must be JSON, compressed with gzip.`, { operation, cause });
  }
};
