import { channel, type Channel } from 'node:diagnostics_channel';

import type { ArchEvent } from './arch-event.js';

/** Who hears of a call: the session's `onEvent` and the call's own. */
export type EventListener = (event: ArchEvent) => void;

const channels = new Map<ArchEvent['type'], Channel>();

const channelOf = (type: ArchEvent['type']): Channel => {
  let known = channels.get(type);
  if (!known) {
    known = channel(`arch:${type}`);
    channels.set(type, known);
  }
  return known;
};

/** Whether anyone hears of events of a type. */
export const hasListeners = (listeners: readonly EventListener[], type: ArchEvent['type']): boolean =>
  listeners.length > 0 || channelOf(type).hasSubscribers;

/** Publishes an event to the listeners and to the diagnostics channel `arch:<type>`; it is only built when someone listens. */
export const publish = <Type extends ArchEvent['type']>(
  listeners: readonly EventListener[],
  type: Type,
  build: () => Omit<Extract<ArchEvent, { type: Type }>, 'type'>,
): void => {
  if (!hasListeners(listeners, type)) return;
  const event = { type, ...build() } as unknown as ArchEvent;
  for (const listener of listeners) callListener(listener, event);
  if (channelOf(type).hasSubscribers) channelOf(type).publish(event);
};

/** Tells a listener. One that throws must not change what it watches; the process hears of it as of any unhandled error. */
export const callListener = <Event>(listener: (event: Event) => void, event: Event): void => {
  try {
    listener(event);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
};
