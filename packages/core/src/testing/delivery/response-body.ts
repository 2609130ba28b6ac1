import { Readable } from 'node:stream';

import { nextTurn } from '../next-turn.js';
import { brokenBodyError } from './network-error.js';

/** What comes after the last byte: the end, a broken connection or nothing at all. */
export type BodyEnding = 'end' | 'break' | 'hang';

/** A body on its way to the client. */
export interface BodySettings {
  readonly bytes: Buffer;
  readonly ending: BodyEnding;
  readonly signal: AbortSignal;
  /** Called when the client waits for what does not come; what it gives is called when it waits no more. */
  readonly hang: () => () => void;
}

// Bodies arrive in pieces, which do not care where a character ends.
const pieceBytes = 16_384;

/** A body as Node's HTTP client gives it: it comes when it is read, and breaks when the request is aborted. */
export const responseBody = ({ bytes, ending, signal, hang }: BodySettings): Readable => {
  let sent = 0;
  let release: (() => void) | undefined;
  const endings: Readonly<Record<BodyEnding, () => void>> = {
    end: () => void body.push(null),
    // A turn later: a stream that is destroyed forgets what was not read yet.
    break: () => void nextTurn(() => body.destroy(brokenBodyError())),
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
      // Like Node's, it does not end the process when no one listens.
      done(this.listenerCount('error') > 0 ? error : null);
    },
  });
  // Nothing more comes, and a turn later the socket is closed: who destroys the body with a better reason comes before.
  const onAbort = (): void => void nextTurn(() => body.destroy(brokenBodyError()));
  signal.addEventListener('abort', onAbort, { once: true });
  return body;
};
