// Lets a browser upload one picture of limited size with an HTML form, without credentials. Makes: one bucket with one object, deleted at the end.
import { createBucket, createPresignedPost, deleteBucket, headObject } from '@arch/storage';

const { bucket } = await createBucket(`pictures-${Date.now()}`);

try {
  const rules = { prefix: 'ann/', maxBytes: 1_000, contentType: 'image/jpeg', expiresInSeconds: 60 };
  const { url, fields, expiresAt } = await createPresignedPost({ bucket, ...rules });
  console.log('until', expiresAt.toISOString());

  for (const size of [1_001, 1_000]) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(size)]), 'me.jpg');
    const response = await fetch(url, { method: 'POST', body: form });
    console.log(size, 'bytes:', response.status);
  }
  console.log((await headObject({ bucket, key: 'ann/me.jpg' })).contentType);
} finally {
  await deleteBucket({ bucket, empty: true });
}
