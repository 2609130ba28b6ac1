import {
  connectionInfo,
  createDbInstance,
  deleteDbInstance,
  describeDbInstance,
  rdsDatabase,
  stopDbInstance,
} from '@arch/database';
import * as z from 'zod/mini';

import type { DemoLayer } from './demo-layer.ts';
import { note } from './screen.ts';

export const database: DemoLayer = {
  name: 'database',
  heading: 'Database: a private PostgreSQL, and SQL with transactions',
  simulated: 'the DB instance; SQL runs on Postgres',
  show: async ({ step, rejected }) => {
    const dbInstanceIdentifier = 'orders';
    note('By default, a database is private and encrypted, has backups for 7 days, and a password that AWS manages.');
    await step(
      () =>
        createDbInstance(
          { dbInstanceIdentifier, engine: 'postgres', dbInstanceClass: 'db.t4g.micro', allocatedStorageGiB: 20 },
          { wait: true },
        ),
      ({ dbInstanceStatus, publiclyAccessible, storageEncrypted, backupRetentionDays }) => [
        { dbInstanceStatus, publiclyAccessible, storageEncrypted, backupRetentionDays },
      ],
    );
    await step(
      () => connectionInfo(dbInstanceIdentifier),
      ({ url, masterUserSecretArn }) => [{ url, masterUserSecretArn }],
    );
    await step(
      () => stopDbInstance(dbInstanceIdentifier, { wait: true }),
      ({ dbInstanceStatus }) => [{ dbInstanceStatus }],
    );
    await rejected(() => describeDbInstance('invoices'));
    await step(() => deleteDbInstance({ dbInstanceIdentifier, skipFinalSnapshot: true }, { wait: true }));

    const resourceArn = 'arn:aws:rds:us-east-1:123456789012:cluster:shop';
    const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf';
    const { sql, transaction } = rdsDatabase({ resourceArn, secretArn, database: 'postgres' });
    await sql('create table stock (item int primary key, stored int)');
    await sql('insert into stock values (7, 1)');
    note('A transaction takes effect completely or not at all.');
    const sell = 'update stock set stored = stored - :pieces where item = :item';
    await step(() =>
      transaction(async (tx) => {
        await tx.sql(sell, { item: 7, pieces: 1 });
      }),
    );
    note('Parameters and rows are typed. An error of your schema names the row, the column and the value.');
    await step(
      () => sql('select item, stored from stock', {}, z.object({ item: z.number(), stored: z.number() })),
      ({ rows }) => rows,
    );
    await rejected(() => sql('select item, stored from stock', {}, z.object({ stored: z.string() })));
    await sql('drop table stock');
  },
};
