import { isIP } from 'node:net';

import { hostOf, requestTarget } from '../request-target.js';
import type { TransportRequest } from '../transport.js';

/** The address of a server. */
export interface Origin {
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
  /** The server name for TLS. Empty for an IP address. */
  readonly serverName: string;
}

/** Returns the address of the server of a request. */
export const originOf = (request: TransportRequest): Origin => {
  const { protocol, port } = request;
  const isSecure = protocol === 'https:';
  const host = hostOf(request);
  return { isSecure, host, port: port ?? (isSecure ? 443 : 80), serverName: isIP(host) === 0 ? host : '' };
};

const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const target = /^\/[\x21-\x7e]*$/;

/** Returns the head of a GET request as text, or `undefined` if the request has content or a character that Node.js would reject. */
export const requestHead = (request: TransportRequest): string | undefined => {
  const { method, headers, body } = request;
  const uri = requestTarget(request);
  const entries = Object.entries(headers);
  const isValid =
    method === 'GET' &&
    (body === undefined || body === null || body === '') &&
    target.test(uri) &&
    entries.some(([name]) => name.toLowerCase() === 'host') &&
    entries.every(([name, value]) => headerName.test(name) && headerValue.test(value));
  if (!isValid) return undefined;
  return `GET ${uri} HTTP/1.1\r\n${entries.map(([name, value]) => `${name}: ${value}\r\n`).join('')}connection: keep-alive\r\n\r\n`;
};
