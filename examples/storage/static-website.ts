// Publishes a static website in a bucket. Makes: one public bucket with two objects, deleted at the end.
import {
  createBucket,
  deleteBucket,
  getBucketWebsite,
  putBucketPolicy,
  putBucketWebsite,
  putObject,
  putPublicAccessBlock,
} from '@arch/storage';

const { bucket } = await createBucket(`my-website-${Date.now()}`);

try {
  const page = { bucket, contentType: 'text/html' };
  await putObject({ ...page, key: 'index.html', body: '<h1>Welcome</h1>' });
  await putObject({ ...page, key: 'error.html', body: '<h1>Not found</h1>' });

  // Everyone may read the objects; access control lists stay blocked.
  await putPublicAccessBlock({ bucket, blockPublicPolicy: false, restrictPublicBuckets: false });
  const read = {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${bucket}/*`,
  } as const;
  await putBucketPolicy({ bucket, statements: [read] });
  await putBucketWebsite({ bucket, indexDocument: 'index.html', errorDocument: 'error.html' });
  console.log(await getBucketWebsite(bucket));
} finally {
  await deleteBucket({ bucket, empty: true });
}
