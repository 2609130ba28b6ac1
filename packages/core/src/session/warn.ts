import { type EventListener, publish } from '../events/publish.js';
import { sessionFor } from './current-session.js';
import type { SessionChoice } from './session-choice.js';
import { internalsOf } from './session-internals.js';

/** Where a warning is published, and what it says. */
export interface Warning extends SessionChoice {
  readonly onEvent?: EventListener | undefined;
  readonly operation: string;
  readonly message: string;
  readonly id?: string | undefined;
  readonly error?: unknown;
}

/** Publishes a warning to the session's listener, the call's own, and the diagnostics channel. */
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
