// Takes a snapshot of a DB instance, prints its progress, and restores it to a second DB instance. Creates: two DB instances and a snapshot, deleted at the end; AWS bills them until then.
import {
  createDbInstance,
  createDbSnapshot,
  deleteDbInstance,
  deleteDbSnapshot,
  restoreDbInstance,
  waitForDbInstance,
} from '@arch/database';

const dbInstanceIdentifier = `orders-${Date.now()}`;
const dbSnapshotIdentifier = `${dbInstanceIdentifier}-before`;
const onProgress = ({ state }: { state: string }): void => console.log(state);
const undo: (() => Promise<unknown>)[] = [];
const deleteLater = (id: string): unknown =>
  undo.unshift(() => deleteDbInstance({ dbInstanceIdentifier: id, skipFinalSnapshot: true }, { wait: true }));

try {
  const small = { engine: 'mysql', dbInstanceClass: 'db.t4g.micro', allocatedStorageGiB: 20 };
  await createDbInstance({ dbInstanceIdentifier, ...small });
  deleteLater(dbInstanceIdentifier);
  await waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, { onProgress });
  await createDbSnapshot({ dbSnapshotIdentifier, dbInstanceIdentifier }, { wait: { onProgress } });
  undo.unshift(() => deleteDbSnapshot(dbSnapshotIdentifier));

  const second = `${dbInstanceIdentifier}-2`;
  await restoreDbInstance({ dbInstanceIdentifier: second, dbSnapshotIdentifier });
  deleteLater(second);
  const restored = await waitForDbInstance({ dbInstanceIdentifier: second, state: 'available' }, { onProgress });
  console.log(restored.endpoint?.address, 'encrypted:', restored.storageEncrypted);
} finally {
  for (const remove of undo) await remove();
}
