import { describe, expect, it } from 'vitest';

import { describeIssues, joinIssues } from './describe-issues.js';
import { pathText } from './path-text.js';
import { arn, ec2Id, text } from './aws-formats.js';
import { filterRecord } from './filters.js';
import { memberNamesAt } from './member-names-at.js';
import { tagRecord } from './tag-record.js';
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
  fifo: z.boolean().check(z.refine((value) => !value, 'requires a queueName that ends in ".fifo" (got "orders")')),
  block: z
    .strictObject({ iops: z.optional(z.number()) })
    .check(z.refine(({ iops }) => iops !== 1, 'iops only with gp3')),
  shapes,
  deep,
  exotic: z.custom<never>(() => false),
} as const;

const fromCaller = { side: 'input', isSecret: () => false } as const;

const messageOf = (member: keyof typeof fields, value: unknown): string => {
  const input = { [member]: value };
  const type = z.object({ [member]: fields[member] as z.ZodMiniType });
  const memberNames = (path: readonly PropertyKey[]): readonly string[] => memberNamesAt(type, path);
  return describeIssues(type.safeParse(input).error?.issues ?? [], input, { ...fromCaller, memberNames })
    .map(({ message }) => message)
    .join('; ');
};

describe('describeIssues', () => {
  it.each<[keyof typeof fields, unknown, string]>([
    ['state', 5, 'state must be a string or a list (got 5)'],
    ['state', ['running', 5], 'state[1] must be a string (got 5)'],
    ['state', undefined, 'state is required: a string or a list'],
    ['goal', 'paused', 'goal must be "running" or "stopped" (got "paused")'],
    ['count', 1.5, 'count must be a whole number (got 1.5)'],
    ['count', 0, 'count must be at least 1 (got 0)'],
    ['count', 11, 'count must be at most 10 (got 11)'],
    ['count', Number.NaN, 'count must be a number (got NaN)'],
    ['multiple', 7, 'multiple must be a multiple of 5 (got 7)'],
    ['name', '', 'name must have at least 1 character (got "")'],
    ['name', 'abcdef', 'name must have at most 5 characters (got "abcdef")'],
    ['names', [], 'names must have at least 1 item (got a list of 0)'],
    ['names', ['a', 'b', 'c'], 'names must have at most 2 items (got a list of 3)'],
    ['names', 'a', 'names must be a list (got "a")'],
    ['date', '2026-01-01', 'date must be a Date (got "2026-01-01")'],
    ['date', new Date(Number.NaN), 'date must be a Date (got an invalid Date)'],
    ['flag', 'yes', 'flag must be a boolean (got "yes")'],
    ['flag', null, 'flag must be a boolean (got null)'],
    ['bytes', 'x', 'bytes must be a Uint8Array (got "x")'],
    ['record', 5, 'record must be an object (got 5)'],
    ['record', { a: 'x' }, 'record.a must be a number (got "x")'],
    ['named', { 'a b': 1 }, 'the key "a b" of named must be a name of letters'],
    ['tuple', ['a', 'b'], 'tuple[1] must be a number (got "b")'],
    [
      'instanceId',
      'i-1',
      'instanceId must be i- followed by 8 or 17 hexadecimal digits, e.g. i-0123456789abcdef0 (got "i-1")',
    ],
    ['roleArn', 'deploy', 'roleArn must be an ARN such as arn:aws:iam::123456789012:role/name (got "deploy")'],
    ['tags', [], 'tags must be an object (got a list of 0)'],
    ['filters', { a: [{}] }, 'filters.a[0] must be a string, a number or a boolean (got an object)'],
    ['filters', { a: {} }, 'filters.a must be a string, a number, a boolean or a list (got an object)'],
    ['letter', 'y', 'letter must be the letter x (got "y")'],
    ['shapes', 5, 'shapes must be an object { kind, size, name } (got 5)'],
    ['shapes', { kind: 'b', name: 5 }, 'shapes.name must be a string (got 5)'],
    ['deep', { volumes: [{ sizeGiB: 'x' }] }, 'deep.volumes[0].sizeGiB must be a number (got "x")'],
    ['deep', { volumes: [{ sizeGiB: 1, iops: 2 }] }, 'unknown member deep.volumes[0].iops: the members are sizeGiB'],
    [
      'deep',
      { volumes: [{ sizeGiB: 1, sizeGB: 2 }] },
      'unknown member deep.volumes[0].sizeGB: did you mean deep.volumes[0].sizeGiB?',
    ],
    [
      'deep',
      { volumes: [], a: 1, volume: 2 },
      'unknown member deep.a: the members are volumes; unknown member deep.volume: did you mean deep.volumes?',
    ],
    ['fifo', true, 'fifo: true requires a queueName that ends in ".fifo" (got "orders")'],
    ['block', { iops: 1 }, 'block: provide iops only with gp3'],
    ['exotic', 5, 'exotic is not valid (got 5)'],
  ])('%s: %o', (member, value, message) => {
    expect(messageOf(member, value)).toBe(message);
  });

  it('describes a problem of the whole input', () => {
    const { error } = z.strictObject({}).safeParse('text');
    expect(describeIssues(error?.issues ?? [], 'text', fromCaller)).toEqual([
      { path: [], message: 'the input must be an object (got "text")' },
    ]);
    const extra = z.strictObject({}).safeParse({ a: 1 });
    expect(describeIssues(extra.error?.issues ?? [], { a: 1 }, fromCaller)).toEqual([
      { path: [], message: 'unknown member a' },
    ]);
    const rule = z.strictObject({}).check(z.refine(() => false, 'eventPattern, scheduleExpression or both'));
    expect(describeIssues(rule.safeParse({}).error?.issues ?? [], {}, fromCaller)).toEqual([
      { path: [], message: 'provide eventPattern, scheduleExpression or both' },
    ]);
  });

  it('says "required" of a missing input member and "missing" of a missing output member', () => {
    const { error } = z.object({ id: z.string(), at: z.date(), fifo: fields.fifo }).safeParse({});
    const messages = (side: 'input' | 'output'): readonly string[] =>
      describeIssues(error?.issues ?? [], {}, { ...fromCaller, side }).map(({ message }) => message);
    expect(messages('input')).toEqual(['id is required', 'at is required: a Date', 'fifo is required: a boolean']);
    expect(messages('output')).toEqual(['id is missing', 'at is missing', 'fifo is missing']);
  });

  it('joins issues to one text', () => {
    const text = joinIssues([
      { path: [], message: 'unknown member instanceID: did you mean instanceId?' },
      { path: [], message: 'count is required: a number' },
      { path: [], message: 'at is required: a Date' },
    ]);
    expect(text).toBe(
      'unknown member instanceID: did you mean instanceId? count is required: a number; at is required: a Date.',
    );
    expect(joinIssues([{ path: [], message: 'unknown member a: did you mean b?' }])).toBe(
      'unknown member a: did you mean b?',
    );
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
  ])('shows the value in few words: %s', (value, shown) => {
    expect(messageOf('goal', value)).toBe(`goal must be "running" or "stopped" (got ${shown})`);
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
  ])('does not quote a secret value: %s', (value, shown) => {
    const { error } = z.object({ flag: z.boolean() }).safeParse({ flag: value });
    const isSecret = (path: readonly PropertyKey[]): boolean => path.join('.') === 'flag';
    expect(describeIssues(error?.issues ?? [], { flag: value }, { side: 'input', isSecret })).toEqual([
      { path: ['flag'], message: `flag must be a boolean (got ${shown})` },
    ]);
  });

  it.each([
    ['https://me:marker@example.com/a?b@c', 'https://…@example.com/a?…'],
    ['https://example.com/hook?token=marker', 'https://example.com/hook?…'],
    ['https://example.com/a@b', 'https://example.com/a@b'],
    ['what? marker', 'what? marker'],
  ])('does not quote the keys in a URL: %s', (value, shown) => {
    expect(messageOf('name', value)).toBe(`name must have at most 5 characters (got "${shown}")`);
  });
});

describe('pathText', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['volumes', 0, 'sizeGiB'], 'volumes[0].sizeGiB'],
    [[0, 'a'], '[0].a'],
  ])('writes %o as %s', (path, written) => {
    expect(pathText(path)).toBe(written);
  });
});
