import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { createDbInstance, deleteDbInstance } from '../db-instances/index.js';
import { createDbSnapshot, deleteDbSnapshot, describeDbSnapshot, listDbSnapshots } from './index.js';

const wait = { pollMs: 50 };

it('creates, describes, lists and deletes a DB snapshot', async () => {
  const dbInstanceIdentifier = 'local-snapshots';
  const dbSnapshotIdentifier = 'local-before';
  const small = { dbInstanceIdentifier, engine: 'mysql', dbInstanceClass: 'db.t3.small', allocatedStorageGiB: 20 };
  await createDbInstance(small, { wait });
  const given = { dbSnapshotIdentifier, dbInstanceIdentifier, tags: { keep: 'no' } };
  const created = await createDbSnapshot(given, { wait });
  expect(created).toMatchObject({ status: 'available', engine: 'mysql', encrypted: true, tags: { keep: 'no' } });
  await expect(createDbSnapshot(given)).rejects.toThrow(AlreadyExistsError);
  expect((await describeDbSnapshot(created)).dbSnapshotIdentifier).toBe(dbSnapshotIdentifier);

  const { finalDbSnapshotIdentifier = '' } = await deleteDbInstance(dbInstanceIdentifier, { wait });
  const manual = await listDbSnapshots({ dbInstanceIdentifier, snapshotType: 'manual' }).toArray();
  expect(manual.map((each) => each.dbSnapshotIdentifier)).toEqual([dbSnapshotIdentifier, finalDbSnapshotIdentifier]);
  for (const each of manual) await deleteDbSnapshot(each);
  await expect(describeDbSnapshot(dbSnapshotIdentifier)).rejects.toThrow(NotFoundError);
});
