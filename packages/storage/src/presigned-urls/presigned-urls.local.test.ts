import { setTimeout as pause } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { createBucket, deleteBucket } from '../buckets/index.js';
import { getObjectText, headObject } from '../objects/index.js';
import { presignGetObject, presignPutObject } from './index.js';

it('an object is put and got by URLs, without credentials', async () => {
  const { bucket } = await createBucket('local-presigned');
  const key = 'prices/Größe 1.csv';
  try {
    const put = await presignPutObject({ bucket, key, contentType: 'text/csv', sizeBytes: 5 });
    const { method, headers } = put;
    const refused = await fetch(put.url, {
      method,
      headers: { ...headers, 'content-type': 'text/html' },
      body: 'a,b,c',
    });
    expect(refused.status).toBe(403);
    const accepted = await fetch(put.url, { method, headers, body: 'a,b,c' });
    expect(accepted.status).toBe(200);
    expect(await getObjectText({ bucket, key })).toBe('a,b,c');
    expect(await headObject({ bucket, key })).toMatchObject({ contentType: 'text/csv' });

    const get = await presignGetObject({ bucket, key, responseContentDisposition: 'attachment; filename="a.csv"' });
    const answer = await fetch(get.url);
    expect(await answer.text()).toBe('a,b,c');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a.csv"');
    const other = await presignGetObject({ bucket, key: 'other' });
    expect((await fetch(get.url.replace(/prices[^?]+/, 'other'))).status).toBe(403);
    expect((await fetch(other.url)).status).toBe(404);
  } finally {
    await deleteBucket({ bucket, empty: true });
  }
});

it('a URL ends when it expires', async () => {
  const { bucket } = await createBucket('local-expiring');
  try {
    const { url, expiresAt } = await presignGetObject({ bucket, key: 'a', expiresInSeconds: 1 });
    await pause(expiresAt.getTime() - Date.now() + 1_100);
    expect((await fetch(url)).status).toBe(403);
  } finally {
    await deleteBucket({ bucket, empty: true });
  }
});
