import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { uploadPartCopy } from './multipart-uploads/index.js';
import { copyObject } from './objects/index.js';

const source = { bucket: 'reports', key: '2026/11.csv', versionId: 'v-1' };
const target = { bucket: 'archive', key: '11.csv', source };

const copies = [
  ['CopyObject', (session: object) => copyObject(target, session)],
  ['UploadPartCopy', (session: object) => uploadPartCopy({ ...target, uploadId: 'u-1', partNumber: 1 }, session)],
] as const;

const cases = [
  ['NoSuchKey', 'NotFoundError', 'object 2026/11.csv in bucket reports does not exist', {}],
  ['NoSuchVersion', 'NotFoundError', 'object version v-1 does not exist', {}],
  ['NoSuchBucket', 'NotFoundError', 'bucket reports does not exist', { BucketName: 'reports' }],
  ['NoSuchBucket', 'NotFoundError', 'bucket archive does not exist', { BucketName: 'archive' }],
  ['NoSuchBucket', 'NotFoundError', 'bucket does not exist', {}],
  ['ObjectNotInActiveTierError', 'ConflictError', 'object 2026/11.csv in bucket reports does not allow', {}],
  ['PreconditionFailed', 'ConflictError', 'object 2026/11.csv in bucket reports does not allow', {}],
] as const;

describe('an error about the destination of a copy', () => {
  it.each([{ ifNoneMatch: '*' }, { ifMatch: '"5d"' }] as const)('names the destination: %o', async (condition) => {
    await using aws = fakeAws({ answers: { CopyObject: awsError('PreconditionFailed', 'No.', { status: 412 }) } });
    const copying = copyObject({ ...target, ...condition }, { session: aws.session });
    await expect(copying).rejects.toThrow(
      'copyObject: object 11.csv in bucket archive does not allow this call now. AWS says: No. ' +
        'It exists (ifNoneMatch) or has another ETag (ifMatch), or the source has changed.',
    );
    expect(aws.requests[0]?.headers).toMatchObject(
      'ifMatch' in condition ? { 'if-match': '"5d"' } : { 'if-none-match': '*' },
    );
  });
});

describe('an error about the source of a copy', () => {
  it.each(copies.flatMap(([operation, copy]) => cases.map((each) => [operation, each[0], each, copy] as const)))(
    'names the source, not the destination: %s, %s',
    async (operation, code, [, name, words, members], copy) => {
      await using aws = fakeAws();
      aws.on(operation, awsError(code, 'No.', { members, status: code === 'PreconditionFailed' ? 412 : 404 }));
      const error: unknown = await copy({ session: aws.session }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name, code });
      expect((error as Error).message).toContain(words);
    },
  );
});
