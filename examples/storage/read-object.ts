// Reads an object by its methods, also if it is compressed, and reads it again only if it has changed. Makes: one bucket with one object, deleted at the end.
import { gzipSync } from 'node:zlib';

import { createBucket, deleteBucket, getObject, getObjectTagging, objectExists, putObject } from '@arch/storage';

const { bucket } = await createBucket(`reports-${Date.now()}`);
const object = { bucket, key: '2026/11.csv' };

try {
  console.log('exists:', await objectExists(object));
  const body = new Uint8Array(gzipSync('month,total\n11,42\n'));
  await putObject({ ...object, body, contentType: 'text/csv', contentEncoding: 'gzip', tags: { status: 'approved' } });

  const report = await getObject({ ...object, decompress: true });
  console.log(report.sizeBytes, 'bytes of', report.contentType, report.contentEncoding);
  console.log(await report.text());

  const newer = await getObject({ ...object, ifNoneMatch: report.eTag });
  console.log(newer ? 'it has changed' : 'it has not changed');
  console.log((await getObjectTagging(object)).tags);
} finally {
  await deleteBucket({ bucket, empty: true });
}
