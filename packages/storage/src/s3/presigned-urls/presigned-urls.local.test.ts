import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { createBucket, deleteBucket } from '../buckets/index.js';
import { getObjectText, headObject } from '../objects/index.js';
import { createPresignedPost, presignGetObject, presignPutObject } from './index.js';

it('writes and reads an object with URLs, without credentials', async () => {
  const { bucket } = await createBucket('local-presigned');
  const key = 'prices/Größe 1.csv';
  try {
    const put = await presignPutObject({ bucket, key, contentType: 'text/csv', sizeBytes: 5 });
    const { method, headers } = put;
    const rejected = await fetch(put.url, {
      method,
      headers: { ...headers, 'content-type': 'text/html' },
      body: 'a,b,c',
    });
    expect(rejected.status).toBe(403);
    const accepted = await fetch(put.url, { method, headers, body: 'a,b,c' });
    expect(accepted.status).toBe(200);
    expect(await getObjectText({ bucket, key })).toBe('a,b,c');
    expect(await headObject({ bucket, key })).toMatchObject({ contentType: 'text/csv' });

    const get = await presignGetObject({ bucket, key, responseContentDisposition: 'attachment; filename="a.csv"' });
    const response = await fetch(get.url);
    expect(await response.text()).toBe('a,b,c');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="a.csv"');
    const other = await presignGetObject({ bucket, key: 'other' });
    expect((await fetch(get.url.replace(/prices[^?]+/, 'other'))).status).toBe(403);
    expect((await fetch(other.url)).status).toBe(404);
  } finally {
    await deleteBucket({ bucket, empty: true });
  }
});

it('applies the members of aws to the upload, and rejects an upload without their headers', async () => {
  const { bucket } = await createBucket('local-presigned-members');
  const key = 'a.csv';
  const body = 'a,b,c';
  const ChecksumSHA256 = createHash('sha256').update(body).digest('base64');
  const aws = { Tagging: 'team=web', Metadata: { source: 'shop' }, ChecksumSHA256, CacheControl: 'no-store' };
  try {
    const { url, method, headers } = await presignPutObject({ bucket, key, aws });
    expect((await fetch(url, { method, headers: { ...headers, 'x-amz-tagging': 'team=other' }, body })).status).toBe(
      403,
    );
    expect((await fetch(url, { method, headers, body: 'other' })).status).toBe(400);
    expect((await fetch(url, { method, headers, body })).status).toBe(200);
    expect(await headObject({ bucket, key })).toMatchObject({
      metadata: { source: 'shop' },
      cacheControl: 'no-store',
    });
  } finally {
    await deleteBucket({ bucket, empty: true });
  }
});

it('writes and reads an object with a customer-provided key', async () => {
  const { bucket } = await createBucket('local-presigned-sse-c');
  const object = { bucket, key: 'a', aws: { SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'k'.repeat(32) } };
  try {
    const put = await presignPutObject(object);
    expect((await fetch(put.url, { method: put.method, headers: put.headers, body: 'a' })).status).toBe(200);
    const get = await presignGetObject(object);
    expect(await (await fetch(get.url, { headers: get.headers })).text()).toBe('a');
  } finally {
    await deleteBucket({ bucket, empty: true });
  }
});

it('rejects requests after the URL has expired', async () => {
  const { bucket } = await createBucket('local-expiring');
  try {
    const { url, expiresAt } = await presignGetObject({ bucket, key: 'a', expiresInSeconds: 1 });
    await pause(expiresAt.getTime() - Date.now() + 1_100);
    expect((await fetch(url)).status).toBe(403);
  } finally {
    await deleteBucket({ bucket, empty: true });
  }
});

it('accepts a form with a file of the allowed size, and rejects other fields', async () => {
  const { bucket } = await createBucket('local-presigned-post');
  const send = async (fields: Readonly<Record<string, string>>, url: string, file: string): Promise<number> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([file]), 'prices.csv');
    return (await fetch(url, { method: 'POST', body: form })).status;
  };
  try {
    const { url, fields } = await createPresignedPost({ bucket, prefix: 'ann/', maxBytes: 5, contentType: 'text/csv' });
    expect(await send(fields, url, 'a,b,c')).toBe(204);
    expect(await getObjectText({ bucket, key: 'ann/prices.csv' })).toBe('a,b,c');
    expect(await headObject({ bucket, key: 'ann/prices.csv' })).toMatchObject({ contentType: 'text/csv' });
    expect(await send(fields, url, 'a,b,c,d')).toBe(400);
    expect(await send({ ...fields, key: 'bob/prices.csv' }, url, 'a,b,c')).toBe(403);
    expect(await send({ ...fields, 'X-Amz-Signature': '0'.repeat(64) }, url, 'a,b,c')).toBe(403);
  } finally {
    await deleteBucket({ bucket, empty: true });
  }
});
