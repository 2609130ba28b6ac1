import { AccessDeniedError, ServiceError } from '@arch/core';
import { awsError, fakeAws, type FakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { type EventInput, putEvents } from './index.js';

const taking = ({ Entries }: { readonly Entries: readonly { readonly Detail: string }[] }): object => ({
  FailedEntryCount: 0,
  Entries: Entries.map(({ Detail }) => ({ EventId: `of ${Detail}` })),
});
const events = (count: number): readonly EventInput[] =>
  Array.from({ length: count }, (_each, orderId) => ({ source: 'shop', detailType: 'Order', detail: { orderId } }));
const sizes = (aws: FakeAws): readonly number[] =>
  aws.requests.map(({ input }) => (input['Entries'] as readonly object[]).length);

it('puts ten events in a request, and returns their IDs in the same order', async () => {
  await using aws = fakeAws({ answers: { PutEvents: taking as never } });
  const sent = await putEvents({ events: events(23) }, { session: aws.session });
  expect(sent.map(({ eventId }) => eventId)).toEqual(events(23).map(({ detail }) => `of ${JSON.stringify(detail)}`));
  expect(sizes(aws).toSorted((one, other) => other - one)).toEqual([10, 10, 3]);
});

it('splits events that are too large for one request', async () => {
  await using aws = fakeAws({ answers: { PutEvents: taking as never } });
  const large = { source: 'shop', detailType: 'Order', detail: { text: 'é'.repeat(200_000) } };
  await putEvents({ events: [large, large, large] }, { session: aws.session });
  expect(sizes(aws)).toEqual([2, 1]);
});

it('sends nothing for an empty list', async () => {
  await using aws = fakeAws();
  expect(await putEvents({ events: [] }, { session: aws.session })).toEqual([]);
  expect(aws.requests).toEqual([]);
});

it('retries events that failed because of EventBridge, without the others', async () => {
  await using aws = fakeAws({ answers: { PutEvents: taking as never } });
  aws.once('PutEvents', {
    FailedEntryCount: 1,
    Entries: [{ EventId: 'e0' }, { ErrorCode: 'InternalFailure', ErrorMessage: 'Try again.' }, { EventId: 'e2' }],
  });
  const sent = await putEvents({ events: events(3) }, { session: aws.session });
  expect(sent.map(({ eventId }) => eventId)).toEqual(['e0', 'of {"orderId":1}', 'e2']);
  expect(sizes(aws)).toEqual([3, 1]);
});

it('names the events that EventBridge rejected', async () => {
  await using aws = fakeAws();
  aws.on('PutEvents', {
    FailedEntryCount: 1,
    Entries: [{ EventId: 'e0' }, { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }],
  });
  const call = putEvents({ events: events(2) }, { session: aws.session });
  await expect(call).rejects.toThrow(ServiceError);
  await expect(call).rejects.toMatchObject({
    message: expect.stringContaining('AWS rejected 1 of 2 events: events[1]: MalformedDetail') as string,
    cause: { errors: [{ id: 'events[1]', code: 'MalformedDetail', retryable: false }] },
  });
  expect(aws.requests).toHaveLength(1);
});

it('fails if the response does not contain an event', async () => {
  await using aws = fakeAws({ answers: { PutEvents: { FailedEntryCount: 0, Entries: [{ EventId: 'e0' }] } } });
  const call = putEvents({ events: events(2) }, { session: aws.session });
  await expect(call).rejects.toThrow("events[1]: NoAnswer: AWS's response does not contain it");
});

it('reports the number of accepted events if a request fails', async () => {
  await using aws = fakeAws();
  aws.once('PutEvents', taking as never);
  aws.on('PutEvents', awsError('AccessDeniedException', 'No.'));
  const call = putEvents({ events: events(20) }, { session: aws.session });
  await expect(call).rejects.toThrow(AccessDeniedError);
  await expect(call).rejects.toThrow('AWS accepted 10 of the 20 events before this error.');
});

it('checks all events before the first request', async () => {
  await using aws = fakeAws();
  const wrong = { source: 'shop', detailType: 'Order', detail: new Date(0) };
  const call = putEvents({ events: [...events(12), wrong] }, { session: aws.session });
  await expect(call).rejects.toThrow('putEvents: events[12].detail must be an object when it is converted to JSON.');
  expect(aws.requests).toEqual([]);
});
