// Archives an original for 7 years and shows that S3 rejects its deletion. GOVERNANCE mode allows the deletion at the end. Creates: one bucket with a locked object, deleted at the end.
import { ConflictError } from '@arch/core';
import { archiveObject, createBucket, deleteBucket, deleteObject, putObject } from '@arch/storage';

const { bucket } = await createBucket({ bucket: `originals-${Date.now()}`, objectLock: true });

try {
  const original = { bucket, key: 'contracts/2026/4711.pdf' };
  await putObject({ ...original, body: 'signed', contentType: 'application/pdf' });

  const { versionId, storageClass, retainUntilDate } = await archiveObject({ ...original, retain: { years: 7 } });
  console.log(storageClass, 'until', retainUntilDate?.toISOString());

  await deleteObject({ ...original, versionId }).catch((error: unknown) => {
    if (!(error instanceof ConflictError)) throw error;
    console.log('rejected:', error.message);
  });
} finally {
  await deleteBucket({ bucket, empty: true, bypassGovernanceRetention: true });
}
