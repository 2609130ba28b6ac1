import type { Socket } from 'node:net';

import { type Cancel, systemClock } from '../clock/clock.js';
import { ConnectTimeoutError } from './attempt-timeout-error.js';

/** Closes a socket that is not connected in time. `ready`: the event that says it is connected. */
export const limitConnecting = (socket: Socket, connectMs: number, ready: 'connect' | 'secureConnect'): Cancel => {
  const cancel = systemClock.schedule(connectMs, 'deadline', () => socket.destroy(new ConnectTimeoutError(connectMs)));
  socket.once(ready, cancel).once('close', cancel);
  return cancel;
};
