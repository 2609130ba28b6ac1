import { connect, type OnReadOpts, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

import { limitConnecting } from '../limit-connecting.js';
import type { Origin } from './request-head.js';

export interface ConnectSettings {
  readonly connectMs: number;
  /** Certificates in PEM format that replace those of Node.js. */
  readonly ca?: string | undefined;
}

/** Opens a socket as Node's agents do, with a timeout for connecting. For TLS it must be a direct connection: `onread` has no effect on another. */
export const openSocket = (
  { isSecure, host, port, serverName }: Origin,
  { connectMs, ca }: ConnectSettings,
  onread: OnReadOpts,
): Socket => {
  const address = { host, port, onread, noDelay: true, keepAlive: true, keepAliveInitialDelay: 1_000 };
  const secure = { ...address, servername: serverName, ALPNProtocols: ['http/1.1'], ...(ca !== undefined && { ca }) };
  const socket = isSecure ? connectSecurely(secure) : connect(address);
  limitConnecting(socket, connectMs, isSecure ? 'secureConnect' : 'connect');
  return socket;
};
