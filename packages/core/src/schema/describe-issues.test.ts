import { describe, expect, it } from 'vitest';

import { describeIssues, pathText, quote } from './describe-issues.js';
import { arn, ec2Id, tagRecord, text } from './aws-formats.js';
import { filterRecord } from './filters.js';
import * as z from './z.js';

const deep = z.strictObject({ volumes: z.array(z.strictObject({ sizeGiB: z.number() })) });
const shapes = z.union([
  z.strictObject({ kind: z.literal('a'), size: z.number() }),
  z.strictObject({ kind: z.literal('b'), name: z.string() }),
]);
const fields = {
  state: z.union([z.string(), z.array(z.string())]),
  goal: z.enum(['running', 'stopped']),
  count: z.int().check(z.gte(1), z.lte(10)),
  multiple: z.number().check(z.multipleOf(5)),
  name: text(1, 5),
  names: z.array(z.string()).check(z.minLength(1), z.maxLength(2)),
  date: z.date(),
  flag: z.boolean(),
  bytes: z.instanceof(Uint8Array),
  record: z.record(z.string(), z.number()),
  named: z.record(z.string().check(z.regex(/^\w+$/, 'a name of letters')), z.number()),
  tuple: z.tuple([z.string(), z.number()]),
  instanceId: ec2Id('i'),
  roleArn: arn('iam'),
  tags: tagRecord(),
  filters: filterRecord(),
  letter: z.string().check(z.refine((value) => value === 'x', 'the letter x')),
  shapes,
  deep,
  exotic: z.custom<never>(() => false),
} as const;

const messageOf = (member: keyof typeof fields, value: unknown): string => {
  const input = { [member]: value };
  const result = z.object({ [member]: fields[member] as z.ZodMiniType }).safeParse(input);
  return describeIssues(result.error?.issues ?? [], input, () => false)
    .map(({ message }) => message)
    .join('; ');
};

describe('what is wrong with a value', () => {
  it.each<[keyof typeof fields, unknown, string]>([
    ['state', 5, 'state is 5; accepted is a string or a list'],
    ['state', ['running', 5], 'state[1] is 5; accepted is a string'],
    ['state', undefined, 'state is missing; accepted is a string or a list'],
    ['goal', 'paused', 'goal is "paused"; accepted is "running" or "stopped"'],
    ['count', 1.5, 'count is 1.5; accepted is a whole number'],
    ['count', 0, 'count is 0; accepted is at least 1'],
    ['count', 11, 'count is 11; accepted is at most 10'],
    ['count', Number.NaN, 'count is NaN; accepted is a number'],
    ['multiple', 7, 'multiple is 7; accepted is a multiple of 5'],
    ['name', '', 'name is ""; accepted is at least 1 character'],
    ['name', 'abcdef', 'name is "abcdef"; accepted is at most 5 characters'],
    ['names', [], 'names is a list of 0; accepted is at least 1 item'],
    ['names', ['a', 'b', 'c'], 'names is a list of 3; accepted is at most 2 items'],
    ['names', 'a', 'names is "a"; accepted is a list'],
    ['date', '2026-01-01', 'date is "2026-01-01"; accepted is a Date'],
    ['date', new Date(Number.NaN), 'date is an invalid Date; accepted is a Date'],
    ['flag', 'yes', 'flag is "yes"; accepted is a boolean'],
    ['flag', null, 'flag is null; accepted is a boolean'],
    ['bytes', 'x', 'bytes is "x"; accepted is a Uint8Array'],
    ['record', 5, 'record is 5; accepted is an object'],
    ['record', { a: 'x' }, 'record.a is "x"; accepted is a number'],
    ['named', { 'a b': 1 }, 'named.a b has a name that does not fit; accepted is a name of letters'],
    ['tuple', ['a', 'b'], 'tuple[1] is "b"; accepted is a number'],
    [
      'instanceId',
      'i-1',
      'instanceId is "i-1"; accepted is i- and 8 or 17 hexadecimal digits, e.g. i-0123456789abcdef0',
    ],
    ['roleArn', 'deploy', 'roleArn is "deploy"; accepted is an ARN such as arn:aws:iam::123456789012:role/name'],
    [
      'tags',
      [],
      'tags is a list of 0; accepted is a record of at most 50 tags: keys of 1–128 characters that do not begin with aws:, values of at most 256',
    ],
    ['filters', { a: [{}] }, 'filters.a[0] is an object; accepted is a string or a number or a boolean'],
    ['filters', { a: {} }, 'filters.a is an object; accepted is a string or a number or a boolean or a list'],
    ['letter', 'y', 'letter is "y"; accepted is the letter x'],
    ['shapes', 5, 'shapes is 5; accepted is an object'],
    ['shapes', { kind: 'b', name: 5 }, 'shapes.name is 5; accepted is a string'],
    ['deep', { volumes: [{ sizeGiB: 'x' }] }, 'deep.volumes[0].sizeGiB is "x"; accepted is a number'],
    ['deep', { volumes: [{ sizeGiB: 1, iops: 2 }] }, 'deep.volumes[0].iops is not a member that exists'],
    ['deep', { volumes: [], a: 1, b: 2 }, 'deep.a and deep.b are not members that exist'],
    ['exotic', 5, 'exotic is 5; accepted is another value'],
  ])('%s: %o', (member, value, message) => {
    expect(messageOf(member, value)).toBe(message);
  });

  it('is told of the value itself where it has no members', () => {
    const { error } = z.strictObject({}).safeParse('text');
    expect(describeIssues(error?.issues ?? [], 'text', () => false)).toEqual([
      { path: [], message: 'the value is "text"; accepted is an object' },
    ]);
    const extra = z.strictObject({}).safeParse({ a: 1 });
    expect(describeIssues(extra.error?.issues ?? [], { a: 1 }, () => false)).toEqual([
      { path: [], message: 'a is not a member that exists' },
    ]);
  });

  it.each([
    ['x'.repeat(100), `"${'x'.repeat(76)}…"`],
    [10n, '10'],
    [Symbol('s'), 'Symbol(s)'],
    [() => 5, '() => 5'],
    [new Uint8Array(3), '3 bytes'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [{ a: 1 }, 'an object'],
    [[1, 2], 'a list of 2'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ])('shows what was found, in few words: %s', (value, shown) => {
    expect(messageOf('goal', value)).toBe(`goal is ${shown}; accepted is "running" or "stopped"`);
  });

  it.each([
    ['marker', 'a value that is not shown'],
    [12_345, 'a value that is not shown'],
    [new Date(), 'a value that is not shown'],
    [Symbol('marker'), 'a value that is not shown'],
    [() => 'marker', 'a value that is not shown'],
    [['marker'], 'a list of 1'],
    [{ marker: 'marker' }, 'an object'],
    [new TextEncoder().encode('marker'), '6 bytes'],
  ])('is told without it where it is secret: %s', (value, shown) => {
    const { error } = z.object({ flag: z.boolean() }).safeParse({ flag: value });
    const isSecret = (path: readonly PropertyKey[]): boolean => path.join('.') === 'flag';
    expect(describeIssues(error?.issues ?? [], { flag: value }, isSecret)).toEqual([
      { path: ['flag'], message: `flag is ${shown}; accepted is a boolean` },
    ]);
  });

  it.each([
    ['https://me:marker@example.com/a?b@c', 'https://…@example.com/a?…'],
    ['https://example.com/hook?token=marker', 'https://example.com/hook?…'],
    ['https://example.com/a@b', 'https://example.com/a@b'],
    ['what? marker', 'what? marker'],
  ])('is told without the keys in a URL: %s', (value, shown) => {
    expect(messageOf('name', value)).toBe(`name is "${shown}"; accepted is at most 5 characters`);
  });
});

it.each([
  [undefined, 'undefined'],
  [null, 'null'],
  ['a', '"a"'],
])('a value that a sentence names is shown as it is written: %s', (value, shown) => {
  expect(quote(value)).toBe(shown);
});

describe('a path', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['volumes', 0, 'sizeGiB'], 'volumes[0].sizeGiB'],
    [[0, 'a'], '[0].a'],
  ])('%o is written %s', (path, written) => {
    expect(pathText(path)).toBe(written);
  });
});
