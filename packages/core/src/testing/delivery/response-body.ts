import { Readable } from 'node:stream';

import { realTimers } from '../../clock/real-timers.js';
import { brokenBodyError } from './network-error.js';

/** The event after the last byte: the end, a broken connection, or none. */
export type BodyEnding = 'end' | 'break' | 'hang';

/** A body and how it is sent. */
export interface BodySettings {
  readonly bytes: Buffer;
  readonly ending: BodyEnding;
  readonly signal: AbortSignal;
  /** Called when the client waits for bytes that never arrive. The returned function is called when it stops waiting. */
  readonly hang: () => () => void;
}

// Bodies arrive in pieces that can split a character.
const pieceBytes = 16_384;

/** Makes a body like that of Node's HTTP client: it is sent when it is read, and breaks when the request is aborted. */
export const responseBody = ({ bytes, ending, signal, hang }: BodySettings): Readable => {
  let sent = 0;
  let release: (() => void) | undefined;
  const endings: Readonly<Record<BodyEnding, () => void>> = {
    end: () => void body.push(null),
    // One turn later: a destroyed stream discards bytes that were not read.
    break: () => void realTimers.setImmediate(() => body.destroy(brokenBodyError())),
    hang: () => void (release ??= hang()),
  };
  const body = new Readable({
    read() {
      if (signal.aborted) return;
      if (sent >= bytes.length) return endings[ending]();
      const piece = bytes.subarray(sent, sent + pieceBytes);
      sent += piece.length;
      this.push(piece);
    },
    destroy(error, done) {
      release?.();
      signal.removeEventListener('abort', onAbort);
      // As in Node, an error without a listener does not end the process.
      done(this.listenerCount('error') > 0 ? error : null);
    },
  });
  // The socket closes one turn later, so that a caller can destroy the body with its own error first.
  const onAbort = (): void => void realTimers.setImmediate(() => body.destroy(brokenBodyError()));
  signal.addEventListener('abort', onAbort, { once: true });
  return body;
};
