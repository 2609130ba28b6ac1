import { describe, expect, it } from 'vitest';

import { describeInstance, ec2 } from '../__fixtures__/instances.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { noOutput } from '../schema/no-output.js';
import * as z from '../schema/z.js';
import { operation } from '../define/operation.js';
import type { DeclaredFunction } from './info.js';
import { readCallInput } from './read-call-input.js';
import { input } from './read-input.js';
import { task } from '../define/task.js';

interface Upload {
  readonly key: string;
  readonly cacheControl?: string | undefined;
  readonly note?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly parts?: number | undefined;
  readonly aws?: Readonly<Record<string, unknown>> | undefined;
}

const upload = input<Upload>({
  key: z.string(),
  cacheControl: z.optional(z.string()),
  note: z.optional(z.string()),
  metadata: z.optional(z.record(z.string(), z.string())),
  parts: z.optional(z.number()),
});

const members: Readonly<Record<string, unknown>> = {
  Key: [0, { httpLabel: 1 }],
  CacheControl: [0, { httpHeader: 'Cache-Control' }],
  Metadata: [[2, 'test', 'Metadata', 0, 0, 0], { httpPrefixHeaders: 'x-amz-meta-' }],
  Note: 0,
};
const input$ = [3, 'test', 'Input', 0, Object.keys(members), Object.values(members)];
class Command {
  readonly input: unknown = {};
  readonly schema: readonly unknown[] = [9, 'test', 'Put', 0, () => input$, () => 'unit'];
}

const put = operation(() => ({
  name: 'put',
  service: ec2,
  command: Command as never,
  permissions: ['s3:PutObject'],
  input: upload,
  output: noOutput(),
}));
const putMany = task(() => ({ name: 'putMany', input: upload, uses: [put], run: async () => undefined }));
const local = task(() => ({ name: 'local', input: upload, uses: [], run: async () => undefined }));

const read = (value: unknown, uses: readonly DeclaredFunction[] | undefined): Upload =>
  readCallInput<Upload>({ name: 'upload', input: upload, key: 'key', uses }, value);
const readBy = (uses: readonly unknown[], value: object): Upload => read({ key: 'a', ...value }, uses as never);

describe('the input of a function that sends several requests', () => {
  it.each([
    ['directly', [put]],
    ['through another function', [putMany]],
    ['with other requests without headers', [describeInstance, local, { permissions: [] }, put]],
  ])('rejects text that a header cannot contain: %s', (_way, uses) => {
    // The second call reads the commands from the cache.
    for (const _time of [1, 2]) {
      expect(() => readBy(uses, { cacheControl: 'max–age' })).toThrow(InvalidInputError);
      expect(() => readBy(uses, { cacheControl: 'max–age' })).toThrow(
        'upload: cacheControl contains U+2013 (–), which is not allowed in an HTTP header. Use ASCII characters only.',
      );
    }
    expect(() => readBy(uses, { metadata: { 'a b': '1' } })).toThrow('upload: metadata has the name "a b", which');
  });

  it('checks the members of aws, which override the others', () => {
    expect(() => readBy([put], { aws: { CacheControl: 'é' } })).toThrow('upload: aws.CacheControl contains U+00E9');
    const replaced = { cacheControl: 'é', aws: { CacheControl: 'no-cache' } };
    expect(readBy([put], replaced)).toEqual({ key: 'a', ...replaced });
  });

  it('rejects ASCII control characters', () => {
    expect(() => readBy([put], { cacheControl: 'a\r\nx: y' })).toThrow('upload: cacheControl contains U+000D');
  });

  it.each([
    ['text that is not sent as a header', { note: 'ü', key: 'ü' }],
    ['ASCII text', { cacheControl: 'no-cache', note: 'a', parts: 5 }],
    ['metadata that can be encoded', { metadata: { name: '報告' } }],
    ['absent members', { cacheControl: undefined, note: undefined, parts: 5 }],
    ['an unknown member of aws', { aws: { Unknown: 'ü' } }],
  ])('returns the input unchanged: %s', (_kind, value) => {
    expect(readBy([put, putMany], value)).toEqual({ key: 'a', ...value });
  });

  it('accepts a plain string for the key', () => {
    expect(read('ü', [put as never])).toEqual({ key: 'ü' });
  });
});

describe('the input of a function that sends no headers', () => {
  it.each([
    ['it uses no functions', []],
    ['it does not declare uses', undefined],
    ['the functions that it uses send no headers', [describeInstance, local]],
    ['the functions that it uses have no declaration', [{ permissions: [] }, (): undefined => undefined]],
  ])('can contain any text: %s', (_reason, uses) => {
    expect(read({ key: 'a', cacheControl: 'ü' }, uses as never)).toEqual({ key: 'a', cacheControl: 'ü' });
  });

  it('is checked for invalid values before its members are checked', () => {
    expect(() => read({ key: '\ud800', other: 1 }, undefined)).toThrow(
      /^upload: key contains half of a surrogate pair, which UTF-8 cannot encode\./,
    );
    expect(() => read({ key: 'a', other: 1 }, undefined)).toThrow(
      'upload: unknown member other: the members are key, cacheControl, note, metadata, parts, aws.',
    );
  });
});
