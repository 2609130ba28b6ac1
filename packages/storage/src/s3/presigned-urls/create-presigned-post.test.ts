import { InvalidInputError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createPresignedPost, type CreatePresignedPostInput } from './index.js';

const bucket = 'pictures';

const signed = async (
  input: CreatePresignedPostInput,
): Promise<{ url: string; fields: Readonly<Record<string, string>>; conditions: readonly unknown[] }> => {
  await using aws = fakeAws({ region: 'eu-west-1' });
  const { url, fields } = await createPresignedPost(input, { session: aws.session });
  expect(aws.requests).toEqual([]);
  const { conditions } = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString()) as {
    conditions: readonly unknown[];
  };
  return { url, fields, conditions };
};

describe('createPresignedPost', () => {
  it('fixes the key, the content type and the metadata, and limits the size', async () => {
    const { url, fields, conditions } = await signed({
      bucket,
      key: 'ann/me.jpg',
      maxBytes: 5_000_000,
      minBytes: 1,
      contentType: 'image/jpeg',
      metadata: { Owner: 'ann' },
      fields: { success_action_status: '201' },
    });
    expect(url).toBe('https://pictures.s3.eu-west-1.amazonaws.com/');
    const fixed = {
      bucket,
      key: 'ann/me.jpg',
      'Content-Type': 'image/jpeg',
      'x-amz-meta-owner': 'ann',
      success_action_status: '201',
    };
    expect(fields).toMatchObject(fixed);
    for (const [name, value] of Object.entries(fixed)) expect(conditions).toContainEqual({ [name]: value });
    expect(conditions).toContainEqual(['content-length-range', 1, 5_000_000]);
    expect(conditions.filter((each) => Array.isArray(each))).toHaveLength(1);
  });

  it('lets the form choose the rest of the key, the content type and further fields', async () => {
    const { fields, conditions } = await signed({
      bucket,
      prefix: 'ann/',
      maxBytes: 10,
      contentTypePrefix: 'image/',
      startsWith: { 'Cache-Control': '' },
    });
    expect(fields).toMatchObject({ bucket, key: 'ann/${filename}' });
    expect(fields).not.toHaveProperty('Content-Type');
    expect(conditions.filter((each) => Array.isArray(each))).toEqual([
      ['content-length-range', 0, 10],
      ['starts-with', '$Content-Type', 'image/'],
      ['starts-with', '$key', 'ann/'],
      ['starts-with', '$Cache-Control', ''],
    ]);
  });

  it.each<[object, string]>([
    [{}, 'provide key or prefix, not both'],
    [{ key: 'a', prefix: 'a' }, 'provide key or prefix, not both'],
    [{ key: 'a', minBytes: 11 }, 'provide minBytes that is at most maxBytes'],
    [{ key: 'a', contentType: 'a/b', contentTypePrefix: 'a/' }, 'provide contentType or contentTypePrefix, not both'],
    [{ key: 'a', maxBytes: 5_368_709_121 }, 'maxBytes'],
    [{ key: 'a', fields: { 'x-amz-meta-owner': 'ann' } }, 'a field that no member and no signature sets'],
    [{ key: 'a', startsWith: { Key: '' } }, 'a field that no member and no signature sets'],
    [{ key: 'a', metadata: { owner: 'Jörg' } }, 'ASCII text'],
    [{ key: 'a', aws: {} }, 'aws'],
    [{ key: 'a', bucket: 'arn:aws:s3:eu-west-1:123456789012:accesspoint/own' }, 'not the ARN of an access point'],
  ])('rejects invalid input: %o', async (members, message) => {
    await using aws = fakeAws();
    const input = { bucket, maxBytes: 10, ...members } as CreatePresignedPostInput;
    const signing = createPresignedPost(input, { session: aws.session });
    await expect(signing).rejects.toThrow(InvalidInputError);
    await expect(signing).rejects.toThrow(message);
  });
});
