import { expect, it } from 'vitest';

import type { TransportRequest } from '../transport.js';
import { originOf, requestHead } from './request-head.js';

const request = (more: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'GET',
  protocol: 'https:',
  hostname: 'reports.s3.eu-west-1.amazonaws.com',
  path: '/a%20b',
  headers: { Host: 'reports.s3.eu-west-1.amazonaws.com', range: 'bytes=0-9' },
  ...more,
});

it('writes the head of a request with its query', () => {
  expect(requestHead(request({ query: { 'x-id': 'GetObject', versionId: 'a/b' } }))).toBe(
    'GET /a%20b?versionId=a%2Fb&x-id=GetObject HTTP/1.1\r\nHost: reports.s3.eu-west-1.amazonaws.com\r\nrange: bytes=0-9\r\nconnection: keep-alive\r\n\r\n',
  );
});

it.each<[string, Partial<TransportRequest>]>([
  ['another method', { method: 'PUT' }],
  ['content', { body: new Uint8Array(1) }],
  ['no host', { headers: {} }],
  ['a line break in a header', { headers: { host: 'h', 'x-a': '1\r\nx-b: 2' } }],
  ['a header name with a space', { headers: { host: 'h', 'x a': '1' } }],
  ['a path with a space', { path: '/a b' }],
  ['a path without a slash', { path: 'a' }],
])('leaves a request with %s to Node.js', (_name, more) => {
  expect(requestHead(request(more))).toBeUndefined();
});

it.each([
  ['https:', 's3.example', undefined, { isSecure: true, host: 's3.example', port: 443, serverName: 's3.example' }],
  ['http:', 's3.example', undefined, { isSecure: false, host: 's3.example', port: 80, serverName: 's3.example' }],
  ['https:', '[::1]', 9000, { isSecure: true, host: '::1', port: 9000, serverName: '' }],
  ['https:', '127.0.0.1', 9000, { isSecure: true, host: '127.0.0.1', port: 9000, serverName: '' }],
])('finds the address of %s %s', (protocol, hostname, port, origin) => {
  expect(originOf(request({ protocol, hostname, port }))).toEqual(origin);
});
