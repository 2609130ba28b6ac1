import { InvalidInputError } from '@arch/core';
import { infoOf } from '@arch/core/builder';
import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { samples } from '../__fixtures__/contract-samples.js';
import * as storage from '../index.js';

const unsupported = ['reports--use1-az4--x-s3', 'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap'];

/** Returns the input with another bucket, and with a source in another bucket. */
const withBucket = (input: unknown, key: unknown, bucket: string): readonly object[] => {
  if (key === 'bucket') return [{ bucket }];
  const { bucket: own, source } = Object(input) as { readonly bucket?: string; readonly source?: object };
  if (own === undefined) return [];
  return [{ ...Object(input), bucket }, ...(source ? [{ ...Object(input), source: { ...source, bucket } }] : [])];
};

const cases = Object.entries(storage).flatMap(([name, callable]) => {
  const { key } = (infoOf(callable)?.declaration ?? {}) as { readonly key?: string };
  return unsupported.flatMap((bucket) =>
    withBucket(samples.inputs[name], key, bucket).map((input) => [name, bucket, input, callable] as const),
  );
});

it.each(cases)('%s rejects %s before anything is sent', async (_name, _bucket, input, callable) => {
  await using aws = fakeAws();
  const run = callable as unknown as (input: object, options: object) => Promise<unknown>;
  const result = run(input, { session: aws.session }) as Promise<unknown> & { toArray?(): Promise<unknown> };
  await expect(result.toArray?.() ?? result).rejects.toThrow(InvalidInputError);
  expect(aws.requests).toEqual([]);
});

it('covers all functions of S3 with a bucket', () => {
  expect(new Set(cases.map(([name]) => name)).size).toBeGreaterThan(25);
});
