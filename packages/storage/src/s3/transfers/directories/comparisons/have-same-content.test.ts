import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { haveSameContent } from './have-same-content.js';

const source = { bucket: 'reports', key: 'a', eTag: '"1-2"' };
const destination = { bucket: 'archive', key: 'b', eTag: '"2"' };
const head = (more: object): object => ({ ContentLength: 5, ...more });

it('sends no request if the ETags are equal', async () => {
  await using aws = fakeAws();
  const equal = { ...destination, eTag: source.eTag };
  expect(await haveSameContent(source, equal, { session: aws.session })).toBe(true);
  expect(aws.requests).toEqual([]);
});

it.each([
  ['equal checksums', { ChecksumCRC32: 'AAAAAA==' }, { ChecksumCRC32: 'AAAAAA==' }, true],
  ['different checksums', { ChecksumCRC32: 'AAAAAA==' }, { ChecksumCRC32: 'AAAAAQ==' }, false],
  ['checksums of parts that differ', { ChecksumCRC32: 'AAAAAA==-2' }, { ChecksumCRC32: 'AAAAAQ==-1' }, false],
  ['no common checksum', { ChecksumCRC32: 'AAAAAA==' }, { ChecksumSHA1: 'AAAA' }, false],
])('decides by %s', async (_title, one, other, expected) => {
  await using aws = fakeAws();
  aws.on('HeadObject', ({ Key }: { readonly Key: string }) => head(Key === 'a' ? one : other));
  expect(await haveSameContent(source, destination, { session: aws.session })).toBe(expected);
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { Bucket: 'reports', Key: 'a', ChecksumMode: 'ENABLED' },
    { Bucket: 'archive', Key: 'b', ChecksumMode: 'ENABLED' },
  ]);
});
