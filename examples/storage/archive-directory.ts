// Archives a directory for 7 years, and shows what is locked. GOVERNANCE mode allows the deletion at the end. Creates: one bucket with locked objects, deleted at the end.
import { archiveDirectory, createBucket, deleteBucket, getObjectText, preservationReport } from '@arch/storage';

const { bucket } = await createBucket({ bucket: `archive-${Date.now()}`, objectLock: true });

try {
  const archived = await archiveDirectory({
    from: import.meta.dirname,
    bucket,
    prefix: 'examples/2026',
    include: ['archive-*.ts'],
    retain: { years: 7 },
    storageClass: 'GLACIER_IR',
  });
  console.log(archived.archivedFiles, 'files are locked:', archived.isLocked, archived.unlocked);
  const { key, versionId } = archived.manifest;
  console.log(await getObjectText({ bucket, key, versionId }));

  const { locked, unlocked, lockedUntil } = await preservationReport(bucket);
  console.log(locked.versionCount, 'versions are locked,', unlocked.versionCount, 'are not', lockedUntil);
} finally {
  await deleteBucket({ bucket, empty: true, bypassGovernanceRetention: true });
}
