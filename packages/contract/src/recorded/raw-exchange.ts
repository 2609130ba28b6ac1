import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import type { Request } from '../wire/socket-session.js';

/** Sends a request over a new connection. Returns all bytes of the response, with the address of the server replaced. */
export const rawExchange = async (request: Request): Promise<Buffer> => {
  const host = request.headers['host'] ?? `${request.hostname}:${request.port}`;
  const query = queryOf(request);
  const body = request.body === undefined ? Buffer.alloc(0) : Buffer.from(request.body as Uint8Array);
  const { 'transfer-encoding': _chunked, expect: _continue, ...headers } = request.headers;
  const lines = Object.entries({ ...headers, host, connection: 'close', 'content-length': String(body.length) });
  const socket = connect(request.port ?? 80, request.hostname);
  socket.write(
    `${request.method} ${request.path}${query && `?${query}`} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  socket.write(body);
  const received = await text(socket.setEncoding('latin1'));
  const addresses = [host, `localhost:${request.port}`];
  return Buffer.from(withoutKeys(addresses.reduce(withoutAddress, received)), 'latin1');
};

/** The placeholder has the length of the address, so that lengths in headers stay correct. */
const withoutAddress = (text: string, address: string): string =>
  text.replaceAll(address, `server.test:${'9'.repeat(address.length)}`.slice(0, Math.max(address.length, 13)));

/** The private keys of emulators protect nothing. They are replaced so that no scanner for secrets reports them. */
const withoutKeys = (text: string): string =>
  text.replace(/(?<=BEGIN [A-Z ]*PRIVATE KEY-----)[^-]+/g, (key) => key.replace(/\w/g, 'x'));

const queryOf = ({ query = {} }: Request): string =>
  Object.entries(query)
    .flatMap(([name, values]) => [values].flat().map((value) => [name, ...(value === null ? [] : [value])]))
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');
