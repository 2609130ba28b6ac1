// Reads an archive and the inventory of a vault of the older Glacier service, which is closed to new customers since December 2025. Makes: a vault with an archive, both deleted at the end.
import {
  createVault,
  deleteVault,
  deleteVaultArchive,
  getVaultInventory,
  getVaultJobOutput,
  requestVaultArchive,
  requestVaultInventory,
  uploadVaultArchive,
} from '@arch/storage';

const vaultName = 'letters';
await createVault(vaultName);
const body = Buffer.from('the content of an archive');
const { archiveId } = await uploadVaultArchive({ vaultName, body, archiveDescription: 'letters.tar' });

// In AWS each wait takes hours: keep the job's ID, and continue when AWS has notified you.
const inventory = await requestVaultInventory(vaultName, { wait: { pollMs: 500 } });
const { archives } = await getVaultInventory({ vaultName, jobId: inventory.jobId });
for (const { archiveDescription, sizeBytes } of archives) console.log(archiveDescription, sizeBytes, 'bytes');

const { jobId } = await requestVaultArchive({ vaultName, archiveId }, { wait: { pollMs: 500 } });
console.log(Buffer.from(await getVaultJobOutput({ vaultName, jobId })).toString());

await deleteVaultArchive({ vaultName, archiveId });
await deleteVault(vaultName);
