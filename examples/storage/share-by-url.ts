// Lets others put and get an object with presigned URLs, without credentials, for one minute. Creates: one bucket with one object, deleted at the end.
import { createBucket, deleteBucket, presignGetObject, presignPutObject } from '@arch/storage';

const { bucket } = await createBucket(`shared-${Date.now()}`);
const object = { bucket, key: 'inbox/report.csv', expiresInSeconds: 60 };

try {
  const { url, method, headers } = await presignPutObject({ ...object, contentType: 'text/csv', ifNoneMatch: '*' });
  const put = await fetch(url, { method, headers, body: 'month,total\n11,42\n' });
  const again = await fetch(url, { method, headers, body: 'month,total\n11,0\n' });
  console.log('put:', put.status, 'put again:', again.status);

  const get = await presignGetObject({ ...object, responseContentDisposition: 'attachment; filename="report.csv"' });
  const response = await fetch(get.url);
  console.log('got', response.headers.get('content-disposition'), 'until', get.expiresAt.toISOString());
  console.log(await response.text());
} finally {
  await deleteBucket({ bucket, empty: true });
}
