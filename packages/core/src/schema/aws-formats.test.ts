import { describe, expect, it } from 'vitest';

import { arn, ec2Id, text } from './aws-formats.js';
import { filterRecord, toFilterList } from './filters.js';

const accepts = (type: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  type.safeParse(value).success;
describe('AWS formats', () => {
  it.each([
    ['i-0abc1234', true],
    ['i-0123456789abcdef0', true],
    ['i-0123456789ABCDEF0', false],
    ['i-0123456789abcdef', false],
    ['vol-0123456789abcdef0', false],
    ['xi-0abc1234', false],
  ])('instance ID %s: %s', (value, good) => {
    expect(accepts(ec2Id('i'), value)).toBe(good);
  });

  it.each([
    [undefined, 'arn:aws:s3:::bucket', true],
    [undefined, 'arn:aws-cn:ec2:cn-north-1:123456789012:instance/i-1', true],
    [undefined, 'arn:aws:s3', false],
    ['iam', 'arn:aws:iam::123456789012:role/deploy', true],
    ['iam', 'arn:aws:s3:::bucket', false],
  ])('ARN of %s: %s: %s', (service, value, good) => {
    expect(accepts(service === undefined ? arn() : arn(service), value)).toBe(good);
  });

  it('limits the length of a text in characters', () => {
    expect(['', 'a', 'abc', 'abcd', 5].map((value) => accepts(text(1, 3), value))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('filters', () => {
  it.each([
    [undefined, true],
    [{ 'instance-type': ['t3.micro', 't3.small'], 'vpc-id': 'vpc-1', 'owner-id': 123456789012, encrypted: true }, true],
    [{ a: { b: 1 } }, false],
    ['a', false],
  ])('checks %o: %s', (value, good) => {
    expect(accepts(filterRecord(), value)).toBe(good);
  });

  it("converts filters and tags to AWS's list", () => {
    expect(
      toFilterList({ state: 'running', sizes: [1, 2], encrypted: true, absent: undefined }, { team: 'web' }),
    ).toEqual([
      { Name: 'state', Values: ['running'] },
      { Name: 'sizes', Values: ['1', '2'] },
      { Name: 'encrypted', Values: ['true'] },
      { Name: 'tag:team', Values: ['web'] },
    ]);
  });

  it('returns undefined without filters and tags', () => {
    expect([toFilterList(), toFilterList({ a: undefined }), toFilterList({}, {})]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
