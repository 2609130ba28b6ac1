import { delayed, type FakeAws, fakeAws, type FakeAwsOptions } from '@arch/core/testing';

import { md5, queueUrl } from './queue-with.js';

/** A message of a fake queue, with its state. */
export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  readonly group?: string | undefined;
  visibleAtMs: number;
  receives: number;
  deleted: boolean;
}

interface Entry {
  readonly Id: string;
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout: number;
}

interface Receive {
  readonly MaxNumberOfMessages: number;
  readonly WaitTimeSeconds: number;
  readonly VisibilityTimeout?: number;
}

/** The messages and settings of a fake queue. */
export interface FakeQueueOptions extends FakeAwsOptions {
  readonly bodies: readonly string[];
  /** The group of each message; the queue is then a FIFO queue. */
  readonly groups?: readonly string[];
  readonly visibilityTimeoutSeconds?: number;
}

/** A fake AWS with one queue that keeps state like SQS: visibility timeouts, receipt handles, receive counts, blocked groups. */
export interface FakeQueue extends FakeAws {
  readonly url: string;
  readonly messages: readonly QueuedMessage[];
}

/** Creates a queue with the messages `m1`, `m2` … The receipt handle of the second receive of `m1` is `m1/2`. */
export const fakeQueue = ({
  bodies,
  groups,
  visibilityTimeoutSeconds = 30,
  ...options
}: FakeQueueOptions): FakeQueue => {
  const aws = fakeAws(options);
  const messages: QueuedMessage[] = bodies.map((body, index) => ({
    id: `m${index + 1}`,
    body,
    group: groups?.[index],
    visibleAtMs: 0,
    receives: 0,
    deleted: false,
  }));
  const now = (): number => aws.clock.now();
  const left = (): readonly QueuedMessage[] => messages.filter(({ deleted }) => !deleted);
  const inFlight = (message: QueuedMessage): boolean => message.visibleAtMs > now();

  const receive = ({ MaxNumberOfMessages: most, VisibilityTimeout: seconds = visibilityTimeoutSeconds }: Receive) => {
    const blocked = new Set(left().flatMap((message) => (groups && inFlight(message) ? [message.group] : [])));
    const given = left()
      .filter((message) => !inFlight(message) && !(groups && blocked.has(message.group)))
      .slice(0, most);
    for (const message of given) {
      message.visibleAtMs = now() + seconds * 1_000;
      message.receives++;
    }
    return { Messages: given.map(toAws) };
  };
  aws.on<Receive & Record<string, unknown>>('ReceiveMessage', (input) => {
    const now = receive(input);
    return now.Messages.length > 0 ? now : delayed(() => receive(input), input.WaitTimeSeconds * 1_000);
  });

  const each = (change: (message: QueuedMessage, entry: Entry) => void) => (input: { readonly Entries: Entry[] }) => {
    const results = input.Entries.map((entry) => {
      const message = left().find(({ id, receives }) => `${id}/${receives}` === entry.ReceiptHandle);
      if (!message) return { Id: entry.Id, Code: 'ReceiptHandleIsInvalid', SenderFault: true };
      change(message, entry);
      return { Id: entry.Id };
    });
    return {
      Successful: results.filter((result) => !('Code' in result)),
      Failed: results.filter((result) => 'Code' in result),
    };
  };
  aws.on('DeleteMessageBatch', each((message) => (message.deleted = true)) as never);
  aws.on(
    'ChangeMessageVisibilityBatch',
    each((message, { VisibilityTimeout: seconds }) => (message.visibleAtMs = now() + seconds * 1_000)) as never,
  );
  aws.on('GetQueueAttributes', { Attributes: attributes(visibilityTimeoutSeconds) });
  return Object.assign(aws, { url: groups ? `${queueUrl}.fifo` : queueUrl, messages });
};

const toAws = ({ id, body, group, receives }: QueuedMessage): object => ({
  MessageId: id,
  ReceiptHandle: `${id}/${receives}`,
  Body: body,
  MD5OfBody: md5(body),
  Attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: '1767225600000',
    ...(group !== undefined && { MessageGroupId: group }),
  },
});

const attributes = (seconds: number): object => ({
  QueueArn: 'arn:aws:sqs:us-east-1:123456789012:orders',
  ApproximateNumberOfMessages: '0',
  ApproximateNumberOfMessagesNotVisible: '0',
  ApproximateNumberOfMessagesDelayed: '0',
  VisibilityTimeout: String(seconds),
  MessageRetentionPeriod: '345600',
  DelaySeconds: '0',
  ReceiveMessageWaitTimeSeconds: '0',
  MaximumMessageSize: '1048576',
  CreatedTimestamp: '1767225600',
  LastModifiedTimestamp: '1767225600',
});
