import { InvalidInputError, NotFoundError, QuotaExceededError, UnexpectedResponseError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { deleteObjectAnnotation, getObjectAnnotation, listObjectAnnotations, putObjectAnnotation } from './index.js';

const object = { bucket: 'pictures', key: 'street.jpg' };
const annotation = { ...object, annotationName: 'labels' };
const text = '["Auto","Bäume"]';

describe('an annotation', () => {
  it('is written with a checksum, read as text, and deleted', async () => {
    await using aws = fakeAws({
      answers: { PutObjectAnnotation: { ETag: '"e"' }, GetObjectAnnotation: { AnnotationPayload: text } },
    });
    aws.on('DeleteObjectAnnotation', {});
    const { session } = aws;
    const written = await putObjectAnnotation({ ...annotation, annotationPayload: text }, { session });
    expect(written).toEqual({ eTag: '"e"' });
    expect(await getObjectAnnotation({ ...annotation, versionId: 'v1' }, { session })).toBe(text);
    await deleteObjectAnnotation(annotation, { session });
    expect(Buffer.from(aws.requests[0]?.body ?? '').toString()).toContain(text);
    expect(aws.requests[0]?.headers).toHaveProperty('x-amz-checksum-crc32');
    expect(aws.requests.map(({ method, path }) => [method, path.split('?')[0]])).toEqual([
      ['PUT', '/street.jpg'],
      ['GET', '/street.jpg'],
      ['DELETE', '/street.jpg'],
    ]);
    for (const { path } of aws.requests) expect(path).toContain('annotationName=labels');
    expect(aws.requests[1]?.path).toContain('versionId=v1');
  });

  it('is listed, over all pages', async () => {
    const entry = (AnnotationName: string): object => ({
      AnnotationName,
      LastModified: '2026-11-01T10:00:00Z',
      Size: 17,
    });
    await using aws = fakeAws();
    aws.once('ListObjectAnnotations', { Annotations: [entry('labels')], NextContinuationToken: 'next' });
    aws.once('ListObjectAnnotations', { Annotations: [entry('licence')] });
    const listing = listObjectAnnotations({ ...object, annotationPrefix: 'l' }, { session: aws.session });
    expect(await listing.toArray()).toEqual([
      { annotationName: 'labels', lastModified: new Date('2026-11-01T10:00:00Z'), sizeBytes: 17 },
      { annotationName: 'licence', lastModified: new Date('2026-11-01T10:00:00Z'), sizeBytes: 17 },
    ]);
    expect(aws.requests.map(({ input }) => input)).toMatchObject([
      { AnnotationPrefix: 'l', MaxAnnotationResults: 1_000 },
      { AnnotationPrefix: 'l', ContinuationToken: 'next' },
    ]);
  });

  it('that does not exist is a NotFoundError with its name', async () => {
    const answer = awsError('NoSuchAnnotation', 'The specified annotation does not exist.', { status: 404 });
    await using aws = fakeAws({ answers: { GetObjectAnnotation: answer } });
    const reading = getObjectAnnotation(annotation, { session: aws.session });
    await expect(reading).rejects.toThrow(NotFoundError);
    await expect(reading).rejects.toMatchObject({ resource: 'annotation', id: 'labels' });
  });

  it('that is one too many is a QuotaExceededError', async () => {
    const answer = awsError('AnnotationLimitExceeded', 'The request would exceed the maximum.', { status: 400 });
    await using aws = fakeAws({ answers: { PutObjectAnnotation: answer } });
    const writing = putObjectAnnotation({ ...annotation, annotationPayload: text }, { session: aws.session });
    await expect(writing).rejects.toThrow(QuotaExceededError);
  });

  it('that is damaged is an UnexpectedResponseError that names it', async () => {
    const answer = { AnnotationPayload: text, ChecksumCRC32: 'AAAAAA==' };
    await using aws = fakeAws({ answers: { GetObjectAnnotation: answer } });
    const reading = getObjectAnnotation(annotation, { session: aws.session });
    await expect(reading).rejects.toThrow(UnexpectedResponseError);
    await expect(reading).rejects.toThrow('getObjectAnnotation: the received content of labels is damaged');
  });

  it.each([
    [{ annotationName: '' }, 'annotationName must be a name of 1 to 512 bytes'],
    [{ annotationName: 'ü'.repeat(257) }, 'annotationName must be a name of 1 to 512 bytes'],
    [{ annotationPayload: '' }, 'annotationPayload must be a text of 1 byte to 1 MiB'],
    [{ annotationPayload: 'x'.repeat(1_048_577) }, 'annotationPayload must be a text of 1 byte to 1 MiB'],
  ])('is checked before anything is sent: case %#', async (members, message) => {
    await using aws = fakeAws();
    const input = { ...annotation, annotationPayload: text, ...members };
    const writing = putObjectAnnotation(input, { session: aws.session });
    await expect(writing).rejects.toThrow(InvalidInputError);
    await expect(writing).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
