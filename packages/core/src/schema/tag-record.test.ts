import { describe, expect, it } from 'vitest';

import { describeIssues, joinIssues } from './describe-issues.js';
import { tagFilter, type TagLimits, tagRecord } from './tag-record.js';
import * as z from './z.js';
import { withoutZodTexts } from './zod-issue.js';

const messageOf = (tags: unknown, limits?: TagLimits): string => {
  const { error } = z.object({ tags: tagRecord(limits) }).safeParse({ tags }, withoutZodTexts);
  return error ? joinIssues(describeIssues(error.issues, { tags }, { side: 'input', isSecret: () => false })) : '';
};

const many = (count: number): unknown => Object.fromEntries(Array.from({ length: count }, (_, index) => [index, 'x']));

describe('tagRecord', () => {
  it.each<[unknown, TagLimits | undefined, string]>([
    [{ team: 'web', empty: '', 'Kosten <€>': '*' }, undefined, ''],
    [many(50), undefined, ''],
    [many(51), undefined, 'tags: provide at most 50 tags (got 51).'],
    [many(11), { maxTags: 10 }, 'tags: provide at most 10 tags (got 11).'],
    [
      { team: 'web', 'aws:cloudformation:stack-name': 's' },
      undefined,
      'the key "aws:cloudformation:stack-name" of tags must be text without the prefix "aws:", which is reserved for AWS.',
    ],
    [
      { 'AWS:x': 's' },
      undefined,
      'the key "AWS:x" of tags must be text without the prefix "aws:", which is reserved for AWS.',
    ],
    [
      { 'rds:x': 's' },
      { reserved: ['rds:'] },
      'the key "rds:x" of tags must be text without the prefix "rds:", which is reserved for AWS.',
    ],
    [{ '': 'a' }, undefined, 'the key "" of tags must have at least 1 character.'],
    [{ abcd: 'a' }, { maxKeyLength: 3 }, 'the key "abcd" of tags must have at most 3 characters.'],
    [{ team: 'x'.repeat(257) }, undefined, `tags.team must have at most 256 characters (got "${'x'.repeat(76)}…").`],
    [{ team: 5 }, undefined, 'tags.team must be a string (got 5).'],
    [[], undefined, 'tags must be an object (got a list of 0).'],
    [new Map([['a', 'b']]), undefined, 'tags must be an object (got a Map).'],
    [
      { 'a#': 'b' },
      { isLimited: true },
      'the key "a#" of tags must be text of letters, digits, spaces and _ . : / = + - @.',
    ],
    [
      { team: 'a#' },
      { isLimited: true },
      'tags.team must be text of letters, digits, spaces and _ . : / = + - @ (got "a#").',
    ],
    [{ 'Größe 1': 'a@b.c/d:e=f+g-h_i' }, { isLimited: true }, ''],
  ])('%o within %o: %s', (tags, limits, message) => {
    expect(messageOf(tags, limits)).toBe(message);
  });

  it('names every tag that is rejected', () => {
    expect(messageOf({ 'aws:a': 'x', 'aws:b': 'x' })).toMatch(/"aws:a".*"aws:b"/);
  });
});

it('tagFilter accepts the tags that AWS sets itself', () => {
  expect(tagFilter().safeParse({ 'aws:autoscaling:groupName': 'web*' }).success).toBe(true);
  expect(tagFilter().safeParse({ team: 5 }).success).toBe(false);
});
