// Moves all reports of one folder to another, each only after its copy is verified, and deletes that folder. Makes: one bucket with three objects, deleted at the end.
import { createBucket, deleteBucket, deletePrefix, movePrefix, type PrefixObject, putObject } from '@arch/storage';

const { bucket } = await createBucket(`reports-${Date.now()}`);

const onObject = ({ key, newKey, failure }: PrefixObject): void =>
  console.log(failure ? `${key} stays: ${failure.message}` : `${key} is now ${newKey}`);

try {
  for (const day of [1, 2, 3]) await putObject({ bucket, key: `new/${day}.csv`, body: `day\n${day}\n` });

  const source = { bucket, prefix: 'new/' };
  const { objectCount, failed } = await movePrefix({ bucket, prefix: 'done/', source, ifNoneMatch: '*', onObject });
  console.log(objectCount, 'moved,', failed.length, 'failed');

  // An empty prefix would be the whole bucket: it is rejected, unless everything is true.
  await deletePrefix({ bucket, prefix: '' }).catch((error: unknown) => console.log(String(error)));
  console.log(await deletePrefix({ bucket, prefix: 'done/' }));
} finally {
  await deleteBucket({ bucket, empty: true });
}
