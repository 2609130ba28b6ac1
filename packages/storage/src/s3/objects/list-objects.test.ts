import { fakeAws } from '@arch/core/testing';
import { expect, expectTypeOf, it } from 'vitest';

import { listObjects, type ListedObject, type ListedPrefix } from './index.js';

const lastModified = '2026-11-01T10:00:00Z';
const object = (Key: string): object => ({ Key, Size: 1, LastModified: lastModified });

it('returns objects and prefixes of all pages with a delimiter', async () => {
  await using aws = fakeAws();
  aws.once('ListObjectsV2', {
    Contents: [object('a.csv')],
    CommonPrefixes: [{ Prefix: '2025/' }, { Prefix: '2026/' }],
    IsTruncated: true,
    NextContinuationToken: 't',
  });
  aws.once('ListObjectsV2', { Contents: [object('z.csv')], CommonPrefixes: [], IsTruncated: false });
  const items = await listObjects({ bucket: 'reports', delimiter: '/' }, { session: aws.session }).toArray();
  expect(items.map((item) => ('key' in item ? item.key : item.prefix))).toEqual(['a.csv', '2025/', '2026/', 'z.csv']);
  expect(aws.requests[0]?.input).toMatchObject({ Delimiter: '/' });
});

it.each([
  ['more objects than prefixes', 6_000, 10],
  ['more prefixes than objects', 10, 6_000],
  ['only prefixes', 0, 6_000],
])('returns each item of a large page once: %s', async (_kind, objects, prefixes) => {
  const Contents = Array.from({ length: objects }, (_, n) => object(`key-${n}`));
  const CommonPrefixes = Array.from({ length: prefixes }, (_, n) => ({ Prefix: `prefix-${n}-which-is-a-bit-longer/` }));
  await using aws = fakeAws({ answers: { ListObjectsV2: { Contents, CommonPrefixes, IsTruncated: false } } });
  const items = await listObjects({ bucket: 'reports', delimiter: '/' }, { session: aws.session }).toArray();
  expect(items.filter((item) => 'key' in item)).toHaveLength(objects);
  expect(items.filter((item) => 'prefix' in item)).toHaveLength(prefixes);
});

it('has items without a key only with a delimiter', async () => {
  await using aws = fakeAws({ answers: { ListObjectsV2: {} } });
  const { session } = aws;
  expectTypeOf(await listObjects({ bucket: 'reports' }, { session }).toArray()).toEqualTypeOf<ListedObject[]>();
  expectTypeOf(await listObjects({ bucket: 'reports', delimiter: '/' }, { session }).toArray()).toEqualTypeOf<
    (ListedObject | ListedPrefix)[]
  >();
});
