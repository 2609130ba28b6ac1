import { PassThrough, Readable } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { checkBody, takeBody } from './check-body.js';

const place = { operation: 'uploadFile', member: 'body' };
const check = (body: unknown) => (): void => checkBody(body, place);
const readPart = async (): Promise<Readable> => {
  const body = Readable.from(['a', 'b']);
  for await (const _chunk of body.iterator({ destroyOnReturn: false })) break;
  return body;
};
const failed = async (): Promise<Readable> => {
  const body = new PassThrough().on('error', () => undefined);
  body.destroy(new Error('the disk is gone'));
  return body;
};
const disturbed = async (): Promise<ReadableStream> => {
  const body = new Blob(['abc']).stream();
  const reader = body.getReader();
  await reader.read();
  reader.releaseLock();
  return body;
};

describe('a body', () => {
  it.each<[string, () => unknown]>([
    [
      'is a stream that was already read completely',
      async () => ((body) => body.toArray().then(() => body))(Readable.from(['a'])),
    ],
    ['is a stream that was already read in part', readPart],
    ['is a stream that was destroyed', () => new PassThrough().destroy()],
    ['is a stream that has failed', failed],
    [
      'is a stream that is locked by another reader',
      () => ((body) => (body.getReader(), body))(new Blob(['a']).stream()),
    ],
    ['is a stream that was already read', disturbed],
    [
      'is a stream that has failed',
      () => new ReadableStream({ start: (controller) => controller.error(new Error('x')) }),
    ],
    [
      'is a response or request whose body was already read',
      async () => ((response) => response.text().then(() => response))(new Response('a')),
    ],
    [
      'is a stream that was already read',
      async () => ((response) => response.text().then(() => response.body))(new Response('a')),
    ],
    [
      'was transferred to another thread and is empty',
      () => ((bytes) => (bytes.buffer.transfer(), bytes))(new Uint8Array(3)),
    ],
  ])('is rejected: it %s', async (problem, make) => {
    const body = await make();
    expect(check(body)).toThrow(InvalidInputError);
    expect(check(body)).toThrow(`uploadFile: body ${problem}. Pass a new one for each call.`);
  });

  it.each<[string, () => unknown]>([
    ['bytes', () => new Uint8Array(3)],
    ['a Node.js stream', () => Readable.from(['a'])],
    ['an empty Node.js stream', () => Readable.from([])],
    ['a stream whose writer has ended', () => new PassThrough().end('a')],
    ['a web stream', () => new Blob(['a']).stream()],
    ['an empty web stream', () => new Blob([]).stream()],
    ['a response', () => new Response('a')],
    ['text', () => 'a'],
    ['null', () => null],
  ])('%s is accepted if it was not read', (_kind, make) => {
    expect(check(make())).not.toThrow();
  });

  it('can be taken once, except if it can be read again', () => {
    async function* generate(): AsyncGenerator<string> {
      yield 'a';
    }
    for (const body of [Readable.from(['a']), new Blob(['a']).stream(), generate()]) {
      takeBody(body, place);
      expect(() => takeBody(body, place)).toThrow('uploadFile: body was already read by another call.');
    }
    const again = { [Symbol.asyncIterator]: generate };
    takeBody(again, place);
    takeBody(again, place);
  });
});
