import { AccessDeniedError, InvalidInputError, ServiceError } from '@arch/core';
import { awsError, delayed, fakeAws, type FakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { type EventInput, putEvent } from './index.js';

interface Entry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
}

const taking = ({ Entries }: { readonly Entries: readonly Entry[] }): object => ({
  FailedEntryCount: 0,
  Entries: Entries.map(({ Detail }) => ({ EventId: `of ${Detail}` })),
});
const taken = (): FakeAws => fakeAws({ answers: { PutEvents: taking as never } });
const order = (orderId: number): EventInput => ({
  source: 'shop.orders',
  detailType: 'OrderPlaced',
  detail: { orderId },
});
const sizes = (aws: FakeAws): readonly number[] =>
  aws.requests.map(({ input }) => (input['Entries'] as readonly object[]).length);

it('puts an event with its detail as JSON', async () => {
  await using aws = taken();
  const time = new Date('2026-11-01T12:00:00Z');
  const more = { eventBusName: 'shop', resources: ['arn:aws:s3:::orders'], time, traceHeader: 'Root=1-5759e988' };
  expect(await putEvent({ ...order(42), ...more }, { session: aws.session })).toEqual({ eventId: 'of {"orderId":42}' });
  expect(aws.requests.map(({ input }) => input)).toEqual([
    {
      Entries: [
        {
          Source: 'shop.orders',
          DetailType: 'OrderPlaced',
          Detail: '{"orderId":42}',
          EventBusName: 'shop',
          Resources: ['arn:aws:s3:::orders'],
          Time: time,
          TraceHeader: 'Root=1-5759e988',
        },
      ],
    },
  ]);
});

it('joins concurrent calls into one request per ten, and returns the ID of each', async () => {
  await using aws = taken();
  const ids = Array.from({ length: 25 }, (_each, index) => index);
  const sent = await Promise.all(ids.map((id) => putEvent(order(id), { session: aws.session })));
  expect(sent.map(({ eventId }) => eventId)).toEqual(ids.map((id) => `of {"orderId":${id}}`));
  expect(sizes(aws)).toEqual([10, 10, 5]);
});

it('joins only events for the same event bus, up to the maximum size of a request', async () => {
  await using aws = taken();
  const large = { ...order(1), detail: { text: 'x'.repeat(400_000) } };
  await Promise.all([large, large, large].map((event) => putEvent(event, { session: aws.session })));
  await Promise.all(
    ['a', 'b'].map((eventBusName) => putEvent({ ...order(1), eventBusName }, { session: aws.session })),
  );
  expect(sizes(aws)).toEqual([2, 1, 1, 1]);
});

it('sends an event alone with batch: false', async () => {
  await using aws = taken();
  await Promise.all([1, 2].map((id) => putEvent(order(id), { session: aws.session, batch: false })));
  expect(sizes(aws)).toEqual([1, 1]);
});

it('rejects only the calls whose event is rejected, with the reason', async () => {
  await using aws = fakeAws();
  aws.on('PutEvents', {
    FailedEntryCount: 1,
    Entries: [
      { EventId: 'e1' },
      { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' },
    ],
  });
  const [one, other] = await Promise.allSettled([1, 2].map((id) => putEvent(order(id), { session: aws.session })));
  expect(one).toMatchObject({ status: 'fulfilled', value: { eventId: 'e1' } });
  expect(other).toMatchObject({
    reason: {
      message:
        'putEvent: EventBridge rejected the event: NotAuthorizedForSourceException: Not authorized for the source.',
      code: 'NotAuthorizedForSourceException',
      retryable: false,
    },
  });
  expect(aws.requests).toHaveLength(1);
});

it('rejects only the calls whose request fails', async () => {
  await using aws = taken();
  aws.once('PutEvents', awsError('AccessDeniedException', 'No.'));
  const calls = Array.from({ length: 11 }, (_each, index) => putEvent(order(index), { session: aws.session }));
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
  const [first] = outcomes;
  expect((first as PromiseRejectedResult).reason).toBeInstanceOf(AccessDeniedError);
  expect((first as PromiseRejectedResult).reason).toMatchObject({ operation: 'putEvent' });
});

it('retries an event after a pause if EventBridge failed', async () => {
  await using aws = taken();
  aws.once('PutEvents', { FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }, { EventId: 'e2' }] });
  const sent = await Promise.all([1, 2].map((id) => putEvent(order(id), { session: aws.session })));
  expect(sent.map(({ eventId }) => eventId)).toEqual(['of {"orderId":1}', 'e2']);
  expect(sizes(aws)).toEqual([2, 1]);
  expect(aws.clock.elapsedMs).toBeGreaterThan(0);
});

it('retries up to maxAttempts', async () => {
  await using aws = fakeAws();
  aws.on('PutEvents', { FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] });
  const call = putEvent(order(1), { session: aws.session, maxAttempts: 2 });
  await expect(call).rejects.toThrow(ServiceError);
  await expect(call).rejects.toMatchObject({ code: 'InternalFailure', retryable: true });
  expect(aws.requests).toHaveLength(2);
});

it('continues for the other callers after one caller has aborted', async () => {
  await using aws = fakeAws();
  aws.on('PutEvents', delayed(taking as never, 100));
  const giveUp = new AbortController();
  const one = putEvent(order(1), { session: aws.session, signal: giveUp.signal });
  const other = putEvent(order(2), { session: aws.session });
  setImmediate(() => giveUp.abort(new Error('enough')));
  await expect(one).rejects.toThrow('enough');
  expect(await other).toEqual({ eventId: 'of {"orderId":2}' });
});

it('is retried after a broken connection', async () => {
  await using aws = taken();
  aws.once('PutEvents', fault('reset'));
  expect(await putEvent(order(1), { session: aws.session })).toEqual({ eventId: 'of {"orderId":1}' });
});

const circle: Record<string, unknown> = {};
circle['itself'] = circle;

it.each<[string, Partial<EventInput>, RegExp]>([
  [
    'a source with the prefix aws.',
    { source: 'aws.s3' },
    /source must be a string that does not begin with aws\., e\.g\. shop\.orders \(got "aws\.s3"\)/,
  ],
  ['no source', { source: '' }, /source/],
  ['a type that is too long', { detailType: 'x'.repeat(129) }, /at most 128/],
  ['a list as detail', { detail: [1] }, /detail must be an object/],
  ['a date as detail', { detail: new Date(0) }, /detail must be an object when it is converted to JSON/],
  [
    'a circular detail',
    { detail: circle },
    /detail\.itself is an object that contains itself\. Pass a value that JSON supports/,
  ],
  [
    'an event above 1 MiB',
    { detail: { text: 'x'.repeat(1_048_576) } },
    /less than 1,048,576 bytes \(1 MiB\) \(got 1,048,609\)/,
  ],
  ['an event bus with a space', { eventBusName: 'my bus' }, /the name of an event bus \(letters/],
  ['an invalid time', { time: new Date('never') }, /time/],
])('rejects %s before anything is sent', async (_what, more, message) => {
  await using aws = fakeAws();
  const call = putEvent({ ...order(1), ...more }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
