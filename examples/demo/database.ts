import { createDbInstance, deleteDbInstance, describeDbInstance, stopDbInstance } from '@arch/database';

import type { DemoLayer } from './demo-layer.ts';
import { note } from './screen.ts';

export const database: DemoLayer = {
  name: 'database',
  heading: 'Database: a private PostgreSQL, and SQL',
  pretended: 'the DB instance',
  show: async ({ step, refused }) => {
    note('Private, encrypted, backed up for 7 days, with a password that AWS keeps: unless you say otherwise.');
    const dbInstanceIdentifier = 'orders';
    await step(
      () =>
        createDbInstance(
          { dbInstanceIdentifier, engine: 'postgres', dbInstanceClass: 'db.t4g.micro', allocatedStorageGiB: 20 },
          { wait: true },
        ),
      ({ dbInstanceStatus, engineVersion, publiclyAccessible, storageEncrypted, backupRetentionDays }) => [
        { dbInstanceStatus, engineVersion, publiclyAccessible, storageEncrypted, backupRetentionDays },
      ],
    );
    await step(
      () => stopDbInstance(dbInstanceIdentifier, { wait: true }),
      ({ dbInstanceStatus }) => [{ dbInstanceStatus }],
    );
    await refused(() => describeDbInstance('invoices'));
    await step(() => deleteDbInstance({ dbInstanceIdentifier, skipFinalSnapshot: true }, { wait: true }));
  },
};
