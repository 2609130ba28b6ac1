import { type EventListener, publish } from '../events/publish.js';
import { sessionFor } from './current-session.js';
import type { SessionChoice } from './session-choice.js';
import { internalsOf } from './session-internals.js';

/** A warning, and the session and listener to publish it to. */
export interface Warning extends SessionChoice {
  readonly onEvent?: EventListener | undefined;
  readonly operation: string;
  readonly message: string;
  readonly id?: string | undefined;
  readonly error?: unknown;
}

/** Publishes a warning to the listener of the session, the listener of the call, and the diagnostics channel. */
export const warn = ({ operation, message, id, error, onEvent, ...choice }: Warning): void => {
  const { clock, listeners } = internalsOf(sessionFor(choice));
  publish(onEvent ? [...listeners, onEvent] : listeners, 'warning', () => ({
    operation,
    atMs: clock.now(),
    message,
    ...(id !== undefined && { id }),
    ...(error !== undefined && { error }),
  }));
};
