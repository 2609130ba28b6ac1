import { UnexpectedResponseError } from '@arch/core';
import { type FakeAws, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { listMultipartUploads } from './multipart-uploads/index.js';
import { listObjects } from './objects/index.js';
import { listObjectVersions } from './objects/versions/index.js';
import { decodeKeys } from './url-encoded-keys.js';

const keys = ['a\u0001b', 'plus+ and space', 'pct%2F', 'ü/😀', '\n', 'a&#1;'];
/** The keys as S3 encodes them: without encoding slashes, and with plus signs for spaces. */
const encoded = keys.map((key) => encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'));
const lastModified = '2026-11-01T10:00:00Z';

type List = (aws: FakeAws) => Promise<readonly (string | undefined)[]>;
const keysOf = (items: readonly { readonly key: string }[]): readonly string[] => items.map(({ key }) => key);
const bucket = 'reports';

const listings: readonly [operation: string, list: List, answer: (names: readonly string[]) => object][] = [
  [
    'ListObjectsV2',
    async ({ session }) => keysOf(await listObjects({ bucket }, { session }).toArray()),
    (names) => ({ Contents: names.map((Key) => ({ Key, Size: 1, LastModified: lastModified })) }),
  ],
  [
    'ListObjectVersions',
    async ({ session }) => keysOf(await listObjectVersions({ bucket }, { session }).toArray()),
    (names) => ({
      Versions: names.slice(0, 3).map((Key) => ({ Key, VersionId: 'v', ETag: '"e"' })),
      DeleteMarkers: names.slice(3).map((Key) => ({ Key, VersionId: 'm' })),
    }),
  ],
  [
    'ListMultipartUploads',
    async ({ session }) => keysOf(await listMultipartUploads({ bucket }, { session }).toArray()),
    (names) => ({ Uploads: names.map((Key) => ({ Key, UploadId: 'u' })) }),
  ],
];

describe.each(listings)('%s', (operation, list, answer) => {
  it('requests URL-encoded keys and returns them decoded', async () => {
    await using aws = fakeAws({ answers: { [operation]: { ...answer(encoded), EncodingType: 'url' } } });
    expect(await list(aws)).toEqual(keys);
    expect(aws.requests[0]?.path).toContain('encoding-type=url');
  });

  it('returns the keys of a store that does not encode them unchanged', async () => {
    await using aws = fakeAws({ answers: { [operation]: answer(['pct%2F', 'a+b', '100%']) } });
    expect(await list(aws)).toEqual(['pct%2F', 'a+b', '100%']);
  });

  it('decodes each key of a large page once', async () => {
    const many = Array.from({ length: 6_000 }, (_, n) => `pct%252F+${n}`);
    await using aws = fakeAws({ answers: { [operation]: { ...answer(many), EncodingType: 'url' } } });
    expect(await list(aws)).toEqual(many.map((_key, n) => `pct%2F ${n}`));
  });

  it('fails for a key that is not URL-encoded, and names it', async () => {
    await using aws = fakeAws({ answers: { [operation]: { ...answer(['100%']), EncodingType: 'url' } } });
    const listing = list(aws);
    await expect(listing).rejects.toThrow(UnexpectedResponseError);
    await expect(listing).rejects.toThrow('the key "100%" in the response is not a URL-encoded text');
  });
});

it('requests the next page with the decoded key', async () => {
  await using aws = fakeAws();
  const first = { Versions: [], IsTruncated: true, NextKeyMarker: 'a%2Bb+c%01', NextVersionIdMarker: 'v+%2B' };
  aws.once('ListObjectVersions', { ...first, EncodingType: 'url' });
  aws.once('ListObjectVersions', { Versions: [] });
  await listObjectVersions({ bucket }, { session: aws.session }).toArray();
  expect(aws.requests[1]?.input).toMatchObject({ KeyMarker: 'a+b c\u0001', VersionIdMarker: 'v+%2B' });
});

it('decodes common prefixes, and the response of AWS in `aws`', async () => {
  const answer = { CommonPrefixes: [{ Prefix: 'a%2Bb/' }], Prefix: 'a%2B', EncodingType: 'url' };
  await using aws = fakeAws({ answers: { ListObjectsV2: answer } });
  const [item] = await listObjects({ bucket, delimiter: '/' }, { session: aws.session }).toArray();
  expect(item).toEqual({ prefix: 'a+b/' });
  expect(item?.aws).toEqual({ Prefix: 'a+b/' });
});

it('returns a response without encoded keys unchanged', () => {
  const response = { Contents: [{ Key: 'a' }], EncodingType: 'url' };
  expect(decodeKeys('listObjects')(response)).toEqual(response);
  expect(decodeKeys('listObjects')({ Contents: undefined })).toEqual({ Contents: undefined });
});
