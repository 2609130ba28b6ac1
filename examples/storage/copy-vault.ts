// Copies the archives of a vault of the older Glacier service, which is closed to new customers since December 2025, to a bucket. The local AWS simulates the retrieval in seconds: in AWS it takes hours and costs money. Makes: a vault with an archive and a bucket, all deleted at the end.
import {
  copyVaultToBucket,
  createBucket,
  createVault,
  deleteBucket,
  deleteVault,
  deleteVaultArchive,
  uploadVaultArchive,
} from '@arch/storage';

const vaultName = 'letters-2012';
await createVault(vaultName);
const body = Buffer.from('the content of an archive');
const { archiveId } = await uploadVaultArchive({ vaultName, body, archiveDescription: 'letters.tar' });
const { bucket } = await createBucket(`letters-${Date.now()}`);

const place = { vaultName, bucket, prefix: 'vault', tier: 'Standard', pollMs: 500 } as const;
for (const call of ['first', 'second']) {
  const { copied, skipped, failed } = await copyVaultToBucket(place);
  console.log(`${call} call: ${copied.length} copied, ${skipped.length} skipped, ${failed.length} failed`);
}

await deleteBucket({ bucket, empty: true });
await deleteVaultArchive({ vaultName, archiveId });
await deleteVault(vaultName);
