import { describe, expect, it } from 'vitest';

import { describeInstance, ec2 } from '../__fixtures__/instances.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { noOutput } from '../schema/no-output.js';
import * as z from '../schema/z.js';
import { operation } from '../define/operation.js';
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

const read = (value: unknown, uses: readonly { permissions: readonly never[] }[] | undefined): Upload =>
  readCallInput<Upload>({ name: 'upload', input: upload, key: 'key', uses }, value);
const readBy = (uses: readonly unknown[], value: object): Upload => read({ key: 'a', ...value }, uses as never);

describe('the input of a function that makes several requests', () => {
  it.each([
    ['itself', [put]],
    ['by way of another', [putMany]],
    ['beside requests without headers', [describeInstance, local, { permissions: [] }, put]],
  ])('is refused where a header cannot hold it that the function sends: %s', (_way, uses) => {
    // The second time, the commands are known.
    for (const _time of [1, 2]) {
      expect(() => readBy(uses, { cacheControl: 'max–age' })).toThrow(InvalidInputError);
      expect(() => readBy(uses, { cacheControl: 'max–age' })).toThrow(
        'upload: cacheControl contains U+2013 (–), which is not allowed in an HTTP header. Use ASCII characters only.',
      );
    }
    expect(() => readBy(uses, { metadata: { 'a b': '1' } })).toThrow('upload: metadata has the name "a b", which');
  });

  it("is refused in AWS's words too, which go before ours", () => {
    expect(() => readBy([put], { aws: { CacheControl: 'é' } })).toThrow('upload: aws.CacheControl contains U+00E9');
    const replaced = { cacheControl: 'é', aws: { CacheControl: 'no-cache' } };
    expect(readBy([put], replaced)).toEqual({ key: 'a', ...replaced });
  });

  it('is refused in characters of ASCII that are none of a header', () => {
    expect(() => readBy([put], { cacheControl: 'a\r\nx: y' })).toThrow('upload: cacheControl contains U+000D');
  });

  it.each([
    ['text that stands elsewhere', { note: 'ü', key: 'ü' }],
    ['text of ASCII', { cacheControl: 'no-cache', note: 'a', parts: 5 }],
    ['metadata that can be encoded', { metadata: { name: '報告' } }],
    ['absent members', { cacheControl: undefined, note: undefined, parts: 5 }],
    ['a member that only AWS names', { aws: { Unknown: 'ü' } }],
  ])('is returned as it was passed, with %s', (_kind, value) => {
    expect(readBy([put, putMany], value)).toEqual({ key: 'a', ...value });
  });

  it('may be a plain text for its key', () => {
    expect(read('ü', [put as never])).toEqual({ key: 'ü' });
  });
});

describe('the input of a function that sends no header', () => {
  it.each([
    ['because it uses nothing', []],
    ['because it says nothing of what it uses', undefined],
    ['because what it uses has none', [describeInstance, local]],
    ['because what it uses was not declared', [{ permissions: [] }, (): undefined => undefined]],
  ])('may hold any text, %s', (_reason, uses) => {
    expect(read({ key: 'a', cacheControl: 'ü' }, uses as never)).toEqual({ key: 'a', cacheControl: 'ü' });
  });

  it('is refused where no request could hold it, before its shape is looked at', () => {
    expect(() => read({ key: '\ud800', other: 1 }, undefined)).toThrow(
      /^upload: key contains half of a surrogate pair, which UTF-8 cannot hold\./,
    );
    expect(() => read({ key: 'a', other: 1 }, undefined)).toThrow('upload: other is not a member that exists.');
  });
});
