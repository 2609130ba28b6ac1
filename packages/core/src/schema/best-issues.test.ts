import { expect, it } from 'vitest';

import { bestIssues } from './best-issues.js';
import * as z from './z.js';
import { withoutZodTexts } from './zod-issue.js';

const name = z.string().check(z.minLength(1), z.regex(/^[a-z]+$/, 'letters'));
const type = z.object({
  name,
  either: z.optional(
    z.union([
      z.strictObject({ os: z.string() }),
      z.strictObject({ name: z.string(), owner: z.string() }),
      z.array(z.string()).check(z.minLength(2)),
    ]),
  ),
});

const pathsAndCodes = (value: unknown): unknown =>
  bestIssues(type.safeParse(value, withoutZodTexts).error?.issues ?? []).map(({ path, code }) => [
    path.join('.'),
    code,
  ]);

it.each([
  ['the written text of several', { name: '' }, [['name', 'invalid_format']]],
  ['the type only, if it is wrong', { name: 5 }, [['name', 'invalid_type']]],
  ['the branch that knows all members', { name: 'a', either: { name: 'x' } }, [['either.owner', 'invalid_type']]],
  ['the branch whose type fits', { name: 'a', either: [] }, [['either', 'too_small']]],
  ['the union, if no branch fits', { name: 'a', either: 5 }, [['either', 'invalid_union']]],
])('takes %s', (_what, value, expected) => {
  expect(pathsAndCodes(value)).toEqual(expected);
});
