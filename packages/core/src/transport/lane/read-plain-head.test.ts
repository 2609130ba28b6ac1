import { expect, it } from 'vitest';

import { readPlainHead } from './read-plain-head.js';

const read = (...lines: string[]): ReturnType<typeof readPlainHead> =>
  readPlainHead(['HTTP/1.1 206 Partial Content', 'Content-Length: 5', ...lines].join('\r\n'));

it('reads the status, the length and the headers, with names in lower case', () => {
  expect(read('ETag:  "e" ', 'x-empty:', 'X-A: ü')).toEqual({
    statusCode: 206,
    lengthBytes: 5,
    keepMs: Infinity,
    headers: { 'content-length': '5', etag: '"e"', 'x-empty': '', 'x-a': 'ü' },
  });
});

it('joins values or takes the first one, as Node.js does', () => {
  expect(read('x-a: 1', 'X-A: 2', 'etag: "1"', 'etag: "2"')?.headers).toMatchObject({ 'x-a': '1, 2', etag: '"1"' });
});

it.each([
  ['connection: close', 0],
  ['connection: Keep-Alive', Infinity],
  ['keep-alive: timeout=6, max=100', 5_000],
  ['keep-alive: timeout=0', 0],
])('keeps the connection as the server says: %s', (line, keepMs) => {
  expect(read(line)?.keepMs).toBe(keepMs);
});

it.each([
  ['another length', ['content-length: 6']],
  ['a second connection header', ['connection: close', 'connection: keep-alive']],
  ['an encoding', ['Transfer-Encoding: chunked']],
  ['a space before the colon', ['x-a : 1']],
  ['a folded line', ['x-a: 1', ' 2']],
  ['a control character', ['x-a: \u0001']],
  ['a line feed alone', ['x-a: 1\nx-b: 2']],
  ['an empty name', [': 1']],
])('does not read a head with %s', (_name, lines) => {
  expect(read(...lines)).toBeUndefined();
});

it.each([
  'HTTP/1.0 200 OK\r\ncontent-length: 5',
  'HTTP/1.1 204 No Content\r\ncontent-length: 5',
  'HTTP/1.1 200 OK\r\netag: "e"',
  'HTTP/1.1 200 OK\r\ncontent-length: -5',
  'HTTP/1.1 200 OK\r\ncontent-length: 5, 5',
  'HTTP/1.1 200 OK\r\ncontent-length: 0x5',
  '',
])('does not read %j', (text) => {
  expect(readPlainHead(text)).toBeUndefined();
});
