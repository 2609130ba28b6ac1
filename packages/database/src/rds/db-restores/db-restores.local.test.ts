import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { createDbInstance, deleteDbInstance } from '../db-instances/index.js';
import { createDbSnapshot, deleteDbSnapshot } from '../db-snapshots/index.js';
import { restoreDbInstance, restoreDbInstanceToTime } from './index.js';

const wait = { pollMs: 50 };

// moto restores immediately and ignores the time.
it.each(['postgres', 'oracle-se2'])(
  'restores a private DB instance of %s from a snapshot and to a time',
  async (engine) => {
    const name = `local-restore-${engine.slice(0, 3)}`;
    const source = { dbInstanceIdentifier: name, engine, dbInstanceClass: 'db.t3.small', allocatedStorageGiB: 20 };
    await createDbInstance(source, { wait });
    const snapshot = await createDbSnapshot({ dbSnapshotIdentifier: name, dbInstanceIdentifier: name }, { wait });
    const { dbSnapshotIdentifier } = snapshot;

    const dbInstanceIdentifier = `${name}-2`;
    const restored = await restoreDbInstance({ dbInstanceIdentifier, dbSnapshotIdentifier }, { wait });
    expect(restored).toMatchObject({
      dbInstanceIdentifier,
      dbInstanceStatus: 'available',
      engine,
      storageEncrypted: true,
      publiclyAccessible: false,
    });
    await expect(restoreDbInstance({ dbInstanceIdentifier, dbSnapshotIdentifier })).rejects.toThrow(AlreadyExistsError);
    const missing = restoreDbInstance({ dbInstanceIdentifier: 'local-none', dbSnapshotIdentifier: 'local-none' });
    await expect(missing).rejects.toThrow(NotFoundError);

    const latest = { sourceDbInstanceIdentifier: name, useLatestRestorableTime: true };
    const back = await restoreDbInstanceToTime({ ...latest, targetDbInstanceIdentifier: `${name}-3` }, { wait });
    expect(back).toMatchObject({ dbInstanceIdentifier: `${name}-3`, engine, publiclyAccessible: false });

    for (const each of [name, dbInstanceIdentifier, `${name}-3`])
      await deleteDbInstance({ dbInstanceIdentifier: each, skipFinalSnapshot: true }, { wait });
    await deleteDbSnapshot(snapshot);
  },
);
