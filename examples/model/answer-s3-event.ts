// A Lambda handler that puts an object for each S3 event, as in the architecture model. Here the example calls it with a sample event. Creates: one bucket with two objects, deleted at the end.
import { parseS3Event } from '@arch/integration';
import { createBucket, deleteBucket, getObjectText, putObject } from '@arch/storage';

/** Lambda calls this handler when an object is uploaded. */
export const handler = async (event: unknown): Promise<void> => {
  for (const { bucket, key } of parseS3Event(event).records) {
    const text = await getObjectText({ bucket, key });
    await putObject({ bucket, key: `upper-case/${key}`, body: text.toUpperCase() });
  }
};

const { bucket } = await createBucket(`uploads-${Date.now()}`);
try {
  await putObject({ bucket, key: 'hello world.txt', body: 'hello' });
  const object = { key: 'hello+world.txt', size: 5 };
  const record = { eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', eventTime: new Date().toISOString() };
  await handler({ Records: [{ ...record, awsRegion: 'us-east-1', s3: { bucket: { name: bucket }, object } }] });
  console.log(await getObjectText({ bucket, key: 'upper-case/hello world.txt' }));
} finally {
  await deleteBucket({ bucket, empty: true });
}
