import { expect, it } from 'vitest';

import { memberNamesAt } from './member-names-at.js';
import * as z from './z.js';

const type = z.strictObject({
  volumes: z.optional(z.array(z.strictObject({ sizeGiB: z.number() }))),
  code: z.union([z.strictObject({ file: z.string() }), z.strictObject({ zip: z.string(), file: z.string() })]),
  pair: z.tuple([z.string(), z.strictObject({ name: z.string() })]),
  tags: z.record(z.string(), z.string()),
});

it.each<[readonly PropertyKey[], readonly string[]]>([
  [[], ['volumes', 'code', 'pair', 'tags']],
  [['volumes', 0], ['sizeGiB']],
  [['code'], ['file', 'zip']],
  [['pair', 1], ['name']],
  [['tags'], []],
  [['tags', 'a', 'b'], []],
  [['unknown'], []],
])('returns the member names at %j', (path, names) => {
  expect(memberNamesAt(type, path)).toEqual(names);
});
