// Secures a bucket: no requests without TLS, and rules that archive and delete its objects. Makes: one bucket, deleted at the end.
import {
  abortUploadsAfter,
  addLifecycleRule,
  archiveAfter,
  createBucket,
  deleteBucket,
  denyInsecureTransport,
  expireAfter,
  getBucketLifecycleConfiguration,
  putBucketLifecycleConfiguration,
  putBucketPolicy,
} from '@arch/storage';

const { bucket } = await createBucket(`invoices-${Date.now()}`);

try {
  await putBucketPolicy({ bucket, statements: [denyInsecureTransport(bucket)] });

  // This replaces all rules.
  const archive = archiveAfter({ id: 'archive', days: 90, storageClass: 'GLACIER_IR' });
  await putBucketLifecycleConfiguration({ bucket, rules: [archive, expireAfter({ id: 'expire', years: 7 })] });

  // This keeps the others.
  await addLifecycleRule({ bucket, id: 'uploads', rule: abortUploadsAfter({ days: 7 }) });

  const { rules } = await getBucketLifecycleConfiguration(bucket);
  for (const { id, transitions, expiration } of rules) console.log(id, transitions, expiration);
} finally {
  await deleteBucket(bucket);
}
