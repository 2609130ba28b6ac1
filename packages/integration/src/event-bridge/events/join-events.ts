import { type AwsInput, type CallOptions, realTimers, sessionFor, unlessAborted } from '@arch/core/builder';

import { type EntryOutcome, sendForOutcomes } from '../../batches/send-entries.js';
import { eventBytes, type EventEntry, maxRequestBytes } from './event-input.js';
import { requestJoinedEvents, type SentEvent, toEventOutcomes } from './request-events.js';

/** An event that can be joined with other events into one request. */
export interface JoinedEvent extends AwsInput {
  readonly entry: EventEntry;
}

interface Waiting {
  readonly event: JoinedEvent;
  readonly options: CallOptions;
  readonly resolve: (outcome: EntryOutcome<SentEvent>) => void;
  readonly reject: (error: unknown) => void;
}

const openGroups = new WeakMap<object, Map<string, Waiting[]>>();

/** Joins events of the same turn of the event loop into one request if their event bus and options are the same. */
export const joinEvents = (event: JoinedEvent, options: CallOptions): Promise<EntryOutcome<SentEvent>> =>
  unlessAborted(join(event, options), options.signal);

const join = (event: JoinedEvent, options: CallOptions): Promise<EntryOutcome<SentEvent>> =>
  new Promise((resolve, reject) => {
    const waiting = { event, options, resolve, reject };
    if (options.batch === false) return void sendGroup([waiting]);
    const session = sessionFor(options);
    const groups = openGroups.get(session) ?? new Map<string, Waiting[]>();
    openGroups.set(session, groups);
    const { maxAttempts, attemptTimeoutMs } = options;
    const key = JSON.stringify([event.entry.EventBusName, event.aws, maxAttempts, attemptTimeoutMs]);
    const group = groups.get(key);
    if (group) return void group.push(waiting);
    const newGroup = [waiting];
    groups.set(key, newGroup);
    realTimers.setImmediate(() => {
      groups.delete(key);
      void sendGroup(newGroup);
    });
  });

/** Sends the events of a group. An abort by one caller does not affect the others. The request is aborted when all callers have aborted. */
const sendGroup = async (all: readonly Waiting[]): Promise<void> => {
  const group = all.filter(({ options }) => !options.signal?.aborted);
  const [first] = group;
  if (!first) return;
  const allAborted = new AbortController();
  let left = group.length;
  const callerAborted = (): void => {
    if (--left === 0) allAborted.abort(first.options.signal?.reason);
  };
  for (const { options } of group) options.signal?.addEventListener('abort', callerAborted, { once: true });
  const own: CallOptions = {
    ...first.options,
    signal: allAborted.signal,
    onEvent: (event) => new Set(group.map(({ options }) => options.onEvent)).forEach((onEvent) => onEvent?.(event)),
  };
  const failed = new Map<EventEntry, unknown>();
  const send = async (entries: readonly EventEntry[]): Promise<readonly EntryOutcome<SentEvent>[]> => {
    try {
      return toEventOutcomes(await requestJoinedEvents({ entries, aws: first.event.aws }, own));
    } catch (error) {
      // Only the callers of this request get the error. Another request of the group may have succeeded.
      return entries.map((entry) => (failed.set(entry, error), notSent));
    }
  };
  const entries = group.map(({ event }) => event.entry);
  const outcomes = await sendForOutcomes({ operation: 'putEvent', entries, send, ...howToSend }, own).catch(() => []);
  for (const [index, { event, options, resolve, reject }] of group.entries()) {
    options.signal?.removeEventListener('abort', callerAborted);
    if (failed.has(event.entry)) reject(failed.get(event.entry));
    else resolve(outcomes[index] ?? notSent);
  }
};

const howToSend = { member: 'events', bytesOf: eventBytes, maxBytes: maxRequestBytes, concurrentRequests: 10 };

/** The outcome of an event whose request failed or was aborted by all callers. */
const notSent = { failure: { code: 'NotSent', message: undefined, retryable: false } };
