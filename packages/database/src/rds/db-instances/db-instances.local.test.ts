import { AlreadyExistsError, ConflictError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { modifyDbInstance, rebootDbInstance, startDbInstance, stopDbInstance } from './changes/index.js';
import { createDbInstance, deleteDbInstance, describeDbInstance, listDbInstances } from './index.js';

const wait = { pollMs: 50 };

it.each(['postgres', 'mysql', 'sqlserver-se', 'oracle-se2'])(
  'creates, stops, starts, reboots, modifies and deletes a DB instance of %s',
  async (engine) => {
    const dbInstanceIdentifier = `local-${engine.slice(0, 3)}`;
    const licenseModel = engine === 'oracle-se2' ? 'license-included' : undefined;
    const settings = {
      dbInstanceIdentifier,
      engine,
      licenseModel,
      dbInstanceClass: 'db.t3.small',
      allocatedStorageGiB: 20,
    };
    const created = await createDbInstance({ ...settings, tags: { test: 'local' } }, { wait });
    expect(created).toMatchObject({
      dbInstanceStatus: 'available',
      storageEncrypted: true,
      publiclyAccessible: false,
      backupRetentionDays: 7,
      tags: { test: 'local' },
    });
    expect(created.masterUserSecretArn).toMatch(/^arn:aws:secretsmanager:/);
    await expect(createDbInstance(settings)).rejects.toThrow(AlreadyExistsError);
    expect((await stopDbInstance(dbInstanceIdentifier, { wait })).dbInstanceStatus).toBe('stopped');
    expect((await startDbInstance(dbInstanceIdentifier, { wait })).dbInstanceStatus).toBe('available');
    expect((await rebootDbInstance(dbInstanceIdentifier, { wait })).dbInstanceStatus).toBe('available');
    const change = { dbInstanceIdentifier, allocatedStorageGiB: 40, applyImmediately: true };
    expect((await modifyDbInstance(change, { wait })).allocatedStorageGiB).toBe(40);
    const engines = await Array.fromAsync(listDbInstances({ engine }), (each) => each.engine);
    expect(engines).toEqual([engine]);
    await modifyDbInstance({ dbInstanceIdentifier, deletionProtection: true });
    await expect(deleteDbInstance(dbInstanceIdentifier)).rejects.toThrow(ConflictError);
    await modifyDbInstance({ dbInstanceIdentifier, deletionProtection: false });
    await deleteDbInstance({ dbInstanceIdentifier, skipFinalSnapshot: true }, { wait });
    await expect(describeDbInstance(dbInstanceIdentifier)).rejects.toThrow(NotFoundError);
  },
);
