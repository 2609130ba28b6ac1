import { type ArchEvent, DeadlineError } from '@arch/core';
import { pauseFor } from '@arch/core/builder';
import { fault } from '@arch/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { type FakeQueue, fakeQueue } from '../__fixtures__/fake-queue.js';
import { consumeMessages, type Message } from '../index.js';

/** A random message: duration of its handler, and number of failures before it succeeds. */
const fate = fc.record({
  group: fc.constantFrom('a', 'b', 'c'),
  ms: fc.integer({ min: 0, max: 90_000 }),
  failures: fc.integer({ min: 0, max: 2 }),
});
const run = fc.record({
  fates: fc.array(fate, { minLength: 1, maxLength: 25 }),
  fifo: fc.boolean(),
  batch: fc.boolean(),
  concurrency: fc.integer({ min: 1, max: 12 }),
  timeoutSeconds: fc.integer({ min: 10, max: 40 }),
  retryAfterSeconds: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  receiveFaults: fc.integer({ min: 0, max: 3 }),
  deleteFaults: fc.integer({ min: 0, max: 3 }),
  stopAfterMs: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
});
type Run = typeof run extends fc.Arbitrary<infer Value> ? Value : never;

/** A handler that reports violations of the rules that must always hold. */
const watch = (aws: FakeQueue, { fates, fifo, retryAfterSeconds, timeoutSeconds, concurrency, batch }: Run) => {
  const problems: string[] = [];
  const running = new Set<string>();
  const resolved = new Set<string>();
  const handled: string[] = [];
  const fateOf = ({ messageId }: Message): Run['fates'][number] => fates[Number(messageId.slice(1)) - 1]!;
  const failsNow = (message: Message): boolean => (message.approximateReceiveCount ?? 0) <= fateOf(message).failures;
  let handlers = 0;
  const begin = (messages: readonly Message[]): void => {
    if (++handlers > concurrency) problems.push(`${handlers} handlers run`);
    for (const { messageId, groupId } of messages) {
      if (running.has(messageId)) problems.push(`${messageId} is handled twice at the same time`);
      if (resolved.has(messageId)) problems.push(`${messageId} is handled again after it was`);
      if (fifo && !batch && running.has(groupId ?? '')) problems.push(`two of group ${groupId} at the same time`);
      running.add(messageId);
      if (fifo) running.add(groupId ?? '');
    }
  };
  const end = (messages: readonly Message[], done: readonly Message[]): void => {
    handlers--;
    for (const { messageId, groupId } of messages) {
      running.delete(messageId);
      running.delete(groupId ?? '');
    }
    for (const { messageId } of done) {
      resolved.add(messageId);
      handled.push(messageId);
    }
  };
  const handler = async (message: Message): Promise<void> => {
    begin([message]);
    await pauseFor(fateOf(message).ms, { session: aws.session });
    end([message], failsNow(message) ? [] : [message]);
    if (failsNow(message)) throw new Error('of the handler');
  };
  const batchHandler = async (messages: readonly Message[]): Promise<readonly Message[]> => {
    begin(messages);
    await pauseFor(Math.max(...messages.map((message) => fateOf(message).ms)), { session: aws.session });
    const failedGroups = new Set<string | undefined>();
    const done = messages.filter((message) => {
      if (failsNow(message)) failedGroups.add(message.groupId);
      return !failsNow(message) && !(fifo && failedGroups.has(message.groupId));
    });
    end(messages, done);
    return messages.filter(failsNow);
  };
  const input = {
    queueUrl: aws.url,
    concurrency,
    visibilityTimeoutSeconds: timeoutSeconds,
    retryAfterSeconds,
    drainMs: 200_000,
    ...(batch ? { batchHandler } : { handler }),
  };
  return { input, resolved, handled, problems };
};

it(
  'never handles a message twice at the same time, deletes only handled messages, and loses no message',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(run, async (it) => {
        const groups = it.fates.map(({ group }) => group);
        await using aws = fakeQueue({ bodies: groups, ...(it.fifo && { groups }) });
        for (let time = 0; time < it.receiveFaults; time++) aws.once('ReceiveMessage', fault('503'));
        for (let time = 0; time < it.deleteFaults; time++) aws.once('DeleteMessageBatch', fault('503'));
        const { input, resolved, handled, problems } = watch(aws, it);
        const stop = new AbortController();
        const onEvent = ({ type }: ArchEvent): void => {
          if (
            type === 'attempt' &&
            (it.stopAfterMs === undefined
              ? aws.messages.every(({ deleted }) => deleted)
              : aws.clock.elapsedMs >= it.stopAfterMs)
          )
            stop.abort();
        };
        await consumeMessages(input, {
          session: aws.session,
          signal: stop.signal,
          timeoutMs: 3_600_000,
          onEvent,
        }).catch((error: unknown) => {
          if (!(error instanceof DeadlineError)) throw error;
          expect.unreachable('messages were lost');
        });
        expect(problems).toEqual([]);
        for (const { id, deleted } of aws.messages) expect(deleted, id).toBe(resolved.has(id));
        expect(handled.length).toBe(resolved.size);
        if (it.stopAfterMs === undefined) expect(resolved.size).toBe(it.fates.length);
        if (it.fifo)
          for (const group of ['a', 'b', 'c']) {
            const ofGroup = handled.filter((id) => groups[Number(id.slice(1)) - 1] === group);
            expect(ofGroup).toEqual(ofGroup.toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1))));
          }
      }),
      { numRuns: 60 },
    );
  },
);
