import { Readable } from 'node:stream';

import { DescribeInstances$ } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { fakeEc2 } from './__fixtures__/fake-ec2.js';
import { requestOf } from './__fixtures__/request-of.js';

describe('a recorded request', () => {
  it.each([
    ['nothing', undefined, ''],
    ['text', 'text', 'text'],
    ['bytes', new Uint8Array([1, 2]), new Uint8Array([1, 2])],
    ['an ArrayBuffer', new Uint8Array([1, 2]).buffer, new Uint8Array([1, 2])],
    ['a stream', Readable.from([Buffer.from([1]), Buffer.from([2])]), new Uint8Array([1, 2])],
    ['a stream of text', Readable.from(['ü', 'b']), new Uint8Array([0xc3, 0xbc, 0x62])],
  ])('contains the whole body: %s', async (_title, body, expected) => {
    const { answers, transport } = fakeEc2();
    answers.on('DescribeInstances', {});
    await transport.handle(requestOf(DescribeInstances$, { body }));
    expect(transport.requests[0]?.body).toEqual(expected);
  });

  it('contains the address of the request', async () => {
    const { answers, transport } = fakeEc2();
    answers.on('DescribeInstances', {});
    const place = {
      hostname: 'localhost',
      port: 8000,
      path: '/path',
      query: { list: ['a', 'b'] },
      headers: { 'X-Test': '1' },
    };
    await transport.handle(requestOf(DescribeInstances$, { ...place, method: 'PUT' }));
    expect(transport.requests[0]).toMatchObject({
      method: 'PUT',
      host: 'localhost:8000',
      path: '/path?list=a&list=b',
      headers: { 'x-test': '1' },
    });
  });

  it('has neither region nor key for an unsigned request', async () => {
    const { answers, transport } = fakeEc2();
    answers.on('DescribeInstances', {});
    await transport.handle(requestOf(DescribeInstances$, { headers: { Authorization: 'Bearer secret' } }));
    expect(transport.requests[0]).toMatchObject({
      region: undefined,
      accessKeyId: undefined,
      headers: { authorization: '<redacted>' },
    });
  });
});
