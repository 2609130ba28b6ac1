import { channel, type Channel } from 'node:diagnostics_channel';

import { realTimers } from '../clock/real-timers.js';
import type { ArchEvent } from './arch-event.js';

/** A function that receives events: `onEvent` of a session or a call. */
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

/** Whether events of a type have a listener or a subscriber of the diagnostics channel. */
export const hasListeners = (listeners: readonly EventListener[], type: ArchEvent['type']): boolean =>
  listeners.length > 0 || channelOf(type).hasSubscribers;

/** Publishes an event to the listeners and to the diagnostics channel `arch:<type>`. Calls `build` only if there is a listener. */
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

/** Calls a listener. An error of the listener does not affect the call: it becomes an uncaught exception of the process. */
export const callListener = <Event>(listener: (event: Event) => void, event: Event): void => {
  try {
    listener(event);
  } catch (error) {
    realTimers.queueMicrotask(() => {
      throw error;
    });
  }
};
