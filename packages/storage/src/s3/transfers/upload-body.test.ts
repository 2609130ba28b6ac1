import { PassThrough, Readable } from 'node:stream';

import { InvalidInputError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { uploadPart } from '../multipart-uploads/index.js';
import { putObject } from '../objects/index.js';
import { uploadFile } from './index.js';

const object = { bucket: 'videos', key: 'film.mp4' };
const upload = { ...object, uploadId: 'u-1', partNumber: 1, body: new Uint8Array(1) };

async function* letters(): AsyncGenerator<string> {
  yield* ['a', 'b'];
}
const readToItsEnd = async (): Promise<Readable> => {
  const body = Readable.from(['a', 'b']);
  await body.toArray();
  return body;
};
const locked = (): ReadableStream<Uint8Array> => {
  const body = new Blob(['abc']).stream();
  body.getReader();
  return body;
};
const ofUsedResponse = async (): Promise<unknown> => {
  const response = new Response('abc');
  await response.text();
  return response.body;
};

describe('a body that was already read', () => {
  it.each<[string, () => unknown]>([
    ['a stream of Node', readToItsEnd],
    ['a stream that was destroyed', () => new PassThrough().destroy()],
    ['a stream that is locked', locked],
    ['a response', ofUsedResponse],
  ])('is rejected before anything is sent: %s', async (_kind, make) => {
    await using aws = fakeAws();
    const { session } = aws;
    const body = (await make()) as Readable;
    await expect(uploadFile({ ...object, body }, { session })).rejects.toThrow(InvalidInputError);
    await expect(putObject({ ...object, body: 'x', aws: { Body: body } }, { session })).rejects.toThrow(
      /^putObject: aws\.Body is a (stream|response)/,
    );
    await expect(uploadPart({ ...upload, aws: { Body: body } }, { session })).rejects.toThrow(/^uploadPart: aws\.Body/);
    expect(aws.requests).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ['a stream of Node', () => Readable.from(['a', 'b'])],
    ['a stream of the web', () => new Blob(['ab']).stream()],
    ['a generator', letters],
  ])('by an upload is rejected by the next upload: %s', async (_kind, make) => {
    await using aws = fakeAws({ answers: { PutObject: { ETag: '"5d"' } } });
    const { session } = aws;
    const body = make() as Readable;
    const both = [uploadFile({ ...object, body }, { session }), uploadFile({ ...object, body }, { session })];
    const [first, second] = await Promise.allSettled(both);
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected']);
    await expect(uploadFile({ ...object, body }, { session })).rejects.toThrow(InvalidInputError);
    expect(aws.requests).toHaveLength(1);
  });

  it('by other code is rejected if it is a generator, because it yields nothing', async () => {
    await using aws = fakeAws({ answers: { PutObject: { ETag: '"5d"' } } });
    const { session } = aws;
    const body = letters();
    for await (const _letter of body);
    await expect(uploadFile({ ...object, body }, { session })).rejects.toThrow(
      'uploadFile: body is a generator that yields nothing, perhaps because it was already read.',
    );
    expect(aws.requests).toEqual([]);
    async function* empty(): AsyncGenerator<string> {
      yield '';
    }
    expect(await uploadFile({ ...object, body: empty() }, { session })).toMatchObject({ sizeBytes: 0 });
    expect(await uploadFile({ ...object, body: Readable.from([]) }, { session })).toMatchObject({ sizeBytes: 0 });
  });

  it('is accepted if each iteration starts from the beginning', async () => {
    await using aws = fakeAws({ answers: { PutObject: { ETag: '"5d"' } } });
    const body = { [Symbol.asyncIterator]: letters };
    for (const _time of [1, 2])
      expect(await uploadFile({ ...object, body }, { session: aws.session })).toMatchObject({ sizeBytes: 2 });
  });

  it('is rejected if its bytes were transferred to another thread', async () => {
    await using aws = fakeAws();
    const body = new Uint8Array(3);
    structuredClone(body.buffer, { transfer: [body.buffer] });
    for (const call of [uploadFile, putObject])
      await expect(call({ ...object, body }, { session: aws.session })).rejects.toThrow(
        'body was transferred to another thread and is empty. Pass bytes that this thread owns',
      );
    expect(aws.requests).toEqual([]);
  });
});
