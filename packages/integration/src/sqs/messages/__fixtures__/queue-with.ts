import { createHash } from 'node:crypto';

import { type FakeAws, fakeAws } from '@arch/core/testing';

export const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/orders';

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
}

/** One message as SQS returns it. The receipt handle of `m1` is `r1`. */
export const awsMessage = (id: string, body = `body of ${id}`, more: object = {}): object => ({
  MessageId: id,
  ReceiptHandle: id.replace('m', 'r'),
  Body: body,
  MD5OfBody: md5(body),
  ...more,
});

const accepted = ({ Entries }: { readonly Entries: readonly Entry[] }): object => ({
  Successful: Entries.map(({ Id }) => ({ Id })),
});

/** A fake AWS with a queue that returns each of these lists to one receive, and then nothing. */
export const queueWith = (...received: readonly (readonly object[])[]): FakeAws =>
  fakeAws({
    answers: {
      ReceiveMessage: (_input, { attempt }) => ({ Messages: received[attempt - 1] ?? [] }),
      DeleteMessageBatch: accepted as never,
      ChangeMessageVisibilityBatch: accepted as never,
      SendMessage: (({ MessageBody }: Entry) => ({ MessageId: 'm1', MD5OfMessageBody: md5(MessageBody) })) as never,
      SendMessageBatch: (({ Entries }: { readonly Entries: readonly Entry[] }) => ({
        Successful: Entries.map(({ Id, MessageBody }) => ({
          Id,
          MessageId: `of ${MessageBody}`,
          MD5OfMessageBody: md5(MessageBody),
        })),
      })) as never,
    },
  });

/** The sent requests in short form, e.g. `DeleteMessageBatch r1 r2`. */
export const story = (aws: FakeAws): readonly string[] =>
  aws.requests.map(({ operation, input }) =>
    [
      operation,
      ...((input['Entries'] ?? []) as readonly { readonly ReceiptHandle: string }[]).map((each) => each.ReceiptHandle),
    ].join(' '),
  );
