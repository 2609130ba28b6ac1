import { UnexpectedResponseError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { describe, expect, it, vi } from 'vitest';

import { checkRange, type RangedResponse } from './check-range.js';
import { getObjectBytes, getObjectStream } from './objects/index.js';

const check = (range: Parameters<typeof checkRange>[1]['range'], response: RangedResponse): void =>
  checkRange('getObjectBytes', { key: 'a', range }, response);
const whole = { ContentLength: 1_000, $metadata: { httpStatusCode: 200 } };

describe('a response to a request for the last bytes', () => {
  it.each<[string, RangedResponse]>([
    ['the last bytes', { ContentRange: 'bytes 500-999/1000', ContentLength: 500 }],
    ['a shorter object', { ContentRange: 'bytes 0-9/10', ContentLength: 10 }],
    ['a shorter object, as a whole', { ContentLength: 10, $metadata: { httpStatusCode: 200 } }],
    ['an object whose size is not known', { ContentRange: 'bytes 500-999/*' }],
  ])('may contain %s', (_content, response) => {
    expect(() => check({ last: 500 }, response)).not.toThrow();
  });

  it.each<[string, RangedResponse]>([
    ['the whole object', whole],
    ['the first bytes', { ContentRange: 'bytes 0-499/1000' }],
    ['more bytes', { ContentRange: 'bytes 400-999/1000' }],
  ])('is rejected if it contains %s', (_content, response) => {
    expect(() => check({ last: 500 }, response)).toThrow(UnexpectedResponseError);
    expect(() => check({ last: 500 }, response)).toThrow(
      /^getObjectBytes: the response contains a from byte \d+, but the last 500 bytes were requested\. The endpoint may ignore ranges\.$/,
    );
  });
});

it('closes the connection of a response with other bytes', () => {
  const Body = { destroy: vi.fn() };
  expect(() => check({ start: 5 }, { ContentRange: 'bytes 5-9/10', Body })).not.toThrow();
  expect(Body.destroy).not.toHaveBeenCalled();
  expect(() => check({ start: 5 }, { ...whole, Body })).toThrow(UnexpectedResponseError);
  expect(Body.destroy).toHaveBeenCalledOnce();
});

it('requests the last bytes of an object with a negative range', async () => {
  const object = { bucket: 'reports', key: 'a' };
  await using aws = fakeAws({ answers: { GetObject: { Body: 'end', ContentRange: 'bytes 7-9/10' } } });
  const { session } = aws;
  expect(Buffer.from(await getObjectBytes({ ...object, range: { last: 3 } }, { session })).toString()).toBe('end');
  expect(
    Buffer.concat(await getObjectStream({ ...object, range: { last: 3 } }, { session }).toArray()).toString(),
  ).toBe('end');
  for (const { headers } of aws.requests) expect(headers['range']).toBe('bytes=-3');
  for (const range of [{ last: 0 }, { last: 1.5 }, { last: 1, start: 0 }, {}] as never[])
    await expect(getObjectBytes({ ...object, range }, { session })).rejects.toThrow('getObjectBytes: range');
  expect(aws.requests).toHaveLength(2);
});
