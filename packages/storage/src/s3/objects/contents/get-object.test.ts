import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { ConflictError, InvalidInputError, LocalError, UnexpectedResponseError } from '@arch/core';
import { z } from '@arch/core/builder';
import { awsError, fakeAws } from '@arch/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { getObjectText } from '../index.js';
import { getObject } from './index.js';

const object = { bucket: 'shop', key: 'prices.json' };
const content = '{"prices":[1,2]}';
const head = { ContentLength: content.length, ETag: '"5d"', VersionId: 'v1', ContentType: 'application/json' };
const large = 'x'.repeat(1_048_577);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-get-object-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('getObject', () => {
  it('describes an object and reads small content with one request', async () => {
    await using aws = fakeAws({ answers: { GetObject: { ...head, Body: content, Metadata: { by: 'me' } } } });
    const found = await getObject(object, { session: aws.session });
    expect(found).toMatchObject({ ...object, sizeBytes: 16, eTag: '"5d"', versionId: 'v1', metadata: { by: 'me' } });
    expect(await found.text()).toBe(content);
    expect(await found.json(z.object({ prices: z.array(z.number()) }))).toEqual({ prices: [1, 2] });
    expect(Buffer.concat(await found.stream().toArray()).toString()).toBe(content);
    (await found.bytes()).fill(0);
    expect(Buffer.from(await found.bytes()).toString()).toBe(content);
    expect(found.aws).not.toHaveProperty('Body');
    expect(aws.requests).toHaveLength(1);
  });

  it('reads an empty object', async () => {
    await using aws = fakeAws({ answers: { GetObject: { ...head, ContentLength: 0, Body: '' } } });
    const found = await getObject(object, { session: aws.session });
    expect([found.sizeBytes, await found.text(), await found.stream().toArray()]).toEqual([0, '', []]);
    expect(aws.requests).toHaveLength(1);
  });

  it('reads content whose length a proxy has removed', async () => {
    await using aws = fakeAws();
    aws.on('GetObject', { Body: large, ContentLength: undefined, ETag: '"5d"' });
    expect(await getObject(object, { session: aws.session })).toMatchObject({ sizeBytes: large.length });
  });

  it('requests large content when it is read, always with the ETag that it found', async () => {
    await using aws = fakeAws({ answers: { GetObject: { ...head, ContentLength: large.length, Body: large } } });
    const found = await getObject({ ...object, ifNoneMatch: '"4c"' }, { session: aws.session });
    expect(found?.sizeBytes).toBe(large.length);
    expect(await found?.text()).toBe(large);
    expect(Buffer.concat((await found?.stream().toArray()) ?? [])).toHaveLength(large.length);
    const [first, ...reads] = aws.requests;
    expect(first?.headers).toMatchObject({ 'if-none-match': '"4c"' });
    expect(reads).toHaveLength(2);
    for (const { headers, input } of reads) {
      expect(headers).toMatchObject({ 'if-match': '"5d"' });
      expect(headers).not.toHaveProperty('if-none-match');
      expect(input).not.toHaveProperty('VersionId');
    }
  });

  it('throws ConflictError if large content has been replaced before it is read', async () => {
    await using aws = fakeAws({ answers: { GetObject: { ...head, ContentLength: large.length, Body: large } } });
    const found = await getObject(object, { session: aws.session });
    aws.on('GetObject', awsError('PreconditionFailed', 'At least one of the pre-conditions', { status: 412 }));
    const reading = found.text();
    await expect(reading).rejects.toThrow(ConflictError);
    await expect(reading).rejects.toThrow('getObject: object prices.json does not allow this call now');
  });

  it('returns undefined if the object has not changed, and throws for a condition in aws', async () => {
    await using aws = fakeAws({ answers: { GetObject: awsError('NotModified', '', { status: 304 }) } });
    const { session } = aws;
    expect(await getObject({ ...object, ifNoneMatch: '"5d"' }, { session })).toBeUndefined();
    const ifModifiedSince = new Date('2026-11-01T10:00:00Z');
    expect(await getObject({ ...object, ifModifiedSince }, { session })).toBeUndefined();
    expect(aws.requests.at(-1)?.headers).toMatchObject({ 'if-modified-since': 'Sun, 01 Nov 2026 10:00:00 GMT' });
    await expect(getObject({ ...object, aws: { IfNoneMatch: '"5d"' } }, { session })).rejects.toThrow(ConflictError);
  });

  it('stops a method with its own signal', async () => {
    await using aws = fakeAws({ answers: { GetObject: { ...head, Body: content } } });
    const found = await getObject(object, { session: aws.session });
    const reason = new Error('enough');
    await expect(found.text({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await expect(found.stream({ signal: AbortSignal.abort(reason) }).toArray()).rejects.toBe(reason);
  });

  it.each([
    ['text()', [0xff, 0xfe, 0xfd], 'getObject: prices.json is not UTF-8 text.'],
    ['JSON', [...Buffer.from('prices')], 'getObject: prices.json is not valid JSON: '],
    ['the schema', [...Buffer.from('1')], 'getObject: prices.json does not match the schema: the value is a number'],
  ])('names the object whose content is not %s', async (_kind, bytes, message) => {
    await using aws = fakeAws({ answers: { GetObject: { ContentLength: bytes.length, Body: new Uint8Array(bytes) } } });
    const found = await getObject(object, { session: aws.session });
    const reading = found.json(z.string());
    await expect(reading).rejects.toThrow(UnexpectedResponseError);
    await expect(reading).rejects.toThrow(message);
  });

  it('rejects invalid input before anything is sent', async () => {
    await using aws = fakeAws();
    const input = { ...object, decompress: 'gzip' as never };
    await expect(getObject(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
    expect(aws.requests).toEqual([]);
  });
});

describe('gzip', () => {
  const zipped = new Uint8Array(gzipSync(content));
  const stored = { ContentLength: zipped.byteLength, ContentEncoding: 'gzip', Body: zipped };

  it('is returned as stored, and named in the error of text()', async () => {
    await using aws = fakeAws({ answers: { GetObject: stored } });
    const { session } = aws;
    const found = await getObject(object, { session });
    expect(await found.bytes()).toEqual(zipped);
    const hint =
      'is not UTF-8 text: it is compressed with gzip. Read it with getObject({ bucket, key, decompress: true }).';
    await expect(found.text()).rejects.toThrow(`getObject: prices.json ${hint}`);
    await expect(getObjectText(object, { session })).rejects.toThrow(`getObjectText: prices.json ${hint}`);
  });

  it('is decompressed on request by each method; other content is unchanged', async () => {
    await using aws = fakeAws({ answers: { GetObject: stored, HeadObject: stored } });
    const { session } = aws;
    const found = await getObject({ ...object, decompress: true }, { session });
    expect(await found.text()).toBe(content);
    expect(Buffer.concat(await found.stream().toArray()).toString()).toBe(content);
    const path = join(folder, 'prices.json');
    expect(await found.toFile(path)).toEqual({ path, sizeBytes: content.length });
    expect(await readFile(path, 'utf8')).toBe(content);
    aws.on('GetObject', { ...head, Body: content });
    expect(await (await getObject({ ...object, decompress: true }, { session })).text()).toBe(content);
  });

  it('is decompressed only until the consumer stops', async () => {
    const many = new Uint8Array(gzipSync(randomBytes(3_000_000)));
    await using aws = fakeAws({ answers: { GetObject: { ContentLength: many.byteLength, Body: many } } });
    const found = await getObject({ ...object, decompress: true }, { session: aws.session });
    const first = await found.stream().first();
    expect(first?.byteLength).toBeGreaterThan(0);
    expect(first?.byteLength).toBeLessThan(3_000_000);
  });

  it.each([
    ['truncated', zipped.slice(0, -9)],
    ['damaged', zipped.map((byte, index) => (index === 12 ? byte ^ 0xff : byte))],
  ])('throws and leaves no file if it is %s', async (_kind, bytes) => {
    await using aws = fakeAws({ answers: { GetObject: { ContentLength: bytes.byteLength, Body: bytes } } });
    const found = await getObject({ ...object, decompress: true }, { session: aws.session });
    await expect(found.text()).rejects.toThrow('getObject: prices.json starts like gzip but cannot be decompressed: ');
    await expect(found.toFile(join(folder, 'prices.json'))).rejects.toThrow(UnexpectedResponseError);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('toFile', () => {
  it('downloads the object that getObject found', async () => {
    await using aws = fakeAws({ answers: { GetObject: { ...head, Body: content }, HeadObject: head } });
    const found = await getObject(object, { session: aws.session });
    const path = join(folder, 'prices.json');
    expect(await found.toFile(path)).toEqual({ path, sizeBytes: content.length });
    expect(await readFile(path, 'utf8')).toBe(content);
    expect(aws.requests.at(-1)?.input).toMatchObject({ VersionId: 'v1', IfMatch: '"5d"' });
  });

  it('throws LocalError for a folder that does not exist', async () => {
    await using aws = fakeAws({ answers: { GetObject: { ...head, Body: content }, HeadObject: head } });
    const found = await getObject(object, { session: aws.session });
    const writing = found.toFile(join(folder, 'none', 'prices.json'));
    await expect(writing).rejects.toThrow(LocalError);
    await expect(writing).rejects.toThrow(/^getObject: .*cannot write .*ENOENT/);
  });
});
