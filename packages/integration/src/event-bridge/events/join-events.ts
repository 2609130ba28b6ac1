import { type AwsInput, type CallOptions, realTimers, sessionFor, unlessAborted } from '@arch/core/builder';

import { type EntryOutcome, sendForOutcomes } from '../../batches/send-entries.js';
import { eventBytes, type EventEntry, mostRequestBytes } from './event-input.js';
import { requestJoinedEvents, type SentEvent, toEventOutcomes } from './request-events.js';

/** An event that may go out with others. */
export interface JoinedEvent extends AwsInput {
  readonly entry: EventEntry;
}

interface Waiting {
  readonly event: JoinedEvent;
  readonly options: CallOptions;
  readonly resolve: (outcome: EntryOutcome<SentEvent>) => void;
  readonly reject: (error: unknown) => void;
}

const open = new WeakMap<object, Map<string, Waiting[]>>();

/** Sends an event together with those of the same turn of the event loop that go to the same bus in the same way. */
export const joinEvents = (event: JoinedEvent, options: CallOptions): Promise<EntryOutcome<SentEvent>> =>
  unlessAborted(join(event, options), options.signal);

const join = (event: JoinedEvent, options: CallOptions): Promise<EntryOutcome<SentEvent>> =>
  new Promise((resolve, reject) => {
    const waiting = { event, options, resolve, reject };
    if (options.batch === false) return void deal([waiting]);
    const session = sessionFor(options);
    const groups = open.get(session) ?? new Map<string, Waiting[]>();
    open.set(session, groups);
    const { maxAttempts, attemptTimeoutMs } = options;
    const key = JSON.stringify([event.entry.EventBusName, event.aws, maxAttempts, attemptTimeoutMs]);
    const group = groups.get(key);
    if (group) return void group.push(waiting);
    const fresh = [waiting];
    groups.set(key, fresh);
    realTimers.setImmediate(() => {
      groups.delete(key);
      void deal(fresh);
    });
  });

/** One caller that gives up ends nothing for the others; the request ends when no one waits any more. */
const deal = async (all: readonly Waiting[]): Promise<void> => {
  const group = all.filter(({ options }) => !options.signal?.aborted);
  const [first] = group;
  if (!first) return;
  const everyone = new AbortController();
  let left = group.length;
  const oneLess = (): void => {
    if (--left === 0) everyone.abort(first.options.signal?.reason);
  };
  for (const { options } of group) options.signal?.addEventListener('abort', oneLess, { once: true });
  const own: CallOptions = {
    ...first.options,
    signal: everyone.signal,
    onEvent: (event) => new Set(group.map(({ options }) => options.onEvent)).forEach((hear) => hear?.(event)),
  };
  const refused = new Map<EventEntry, unknown>();
  const send = async (entries: readonly EventEntry[]): Promise<readonly EntryOutcome<SentEvent>[]> => {
    try {
      return toEventOutcomes(await requestJoinedEvents({ entries, aws: first.event.aws }, own));
    } catch (error) {
      // It is an error of the callers in this request; those in another one have their events on the bus.
      return entries.map((entry) => (refused.set(entry, error), gone));
    }
  };
  const entries = group.map(({ event }) => event.entry);
  const outcomes = await sendForOutcomes({ operation: 'putEvent', entries, send, ...howToSend }, own).catch(() => []);
  for (const [index, { event, options, resolve, reject }] of group.entries()) {
    options.signal?.removeEventListener('abort', oneLess);
    if (refused.has(event.entry)) reject(refused.get(event.entry));
    else resolve(outcomes[index] ?? gone);
  }
};

const howToSend = { member: 'events', bytesOf: eventBytes, maxBytes: mostRequestBytes, concurrentRequests: 10 };

/** Of a request that has failed as a whole, or that no one waits for any more. */
const gone = { failure: { code: 'NotSent', message: undefined, retryable: false } };
