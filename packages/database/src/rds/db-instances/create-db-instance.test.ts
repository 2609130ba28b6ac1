import { inspect } from 'node:util';

import { InvalidInputError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createDbInstance } from './index.js';

const dbInstanceIdentifier = 'orders';
const instance = (DBInstanceStatus: string, more: object = {}): object => ({
  DBInstanceIdentifier: dbInstanceIdentifier,
  DBInstanceClass: 'db.t4g.micro',
  Engine: 'postgres',
  DBInstanceStatus,
  ...more,
});
const described = (status: string, more: object = {}): object => ({ DBInstances: [instance(status, more)] });
const small = { dbInstanceIdentifier, dbInstanceClass: 'db.t4g.micro', allocatedStorageGiB: 20 };
const postgres = { ...small, engine: 'postgres' };

describe('createDbInstance', () => {
  it('creates a private, encrypted DB instance with backups and a managed password by default', async () => {
    await using aws = fakeAws({ answers: { CreateDBInstance: { DBInstance: instance('creating') } } });
    aws.once('DescribeDBInstances', awsError('DBInstanceNotFound', 'DBInstance orders not found.', { status: 404 }));
    aws.once('DescribeDBInstances', described('creating'));
    aws.once('DescribeDBInstances', described('backing-up'));
    aws.on(
      'DescribeDBInstances',
      described('available', { Endpoint: { Address: 'orders.x.rds.amazonaws.com', Port: 5432 } }),
    );
    const created = await createDbInstance(
      { ...postgres, multiAz: true, tags: { team: 'shop' } },
      { session: aws.session, wait: true },
    );
    expect(created.endpoint).toEqual({ address: 'orders.x.rds.amazonaws.com', port: 5432 });
    expect(aws.requests[0]?.input).toEqual({
      DBInstanceIdentifier: 'orders',
      DBInstanceClass: 'db.t4g.micro',
      Engine: 'postgres',
      AllocatedStorage: 20,
      StorageType: 'gp3',
      StorageEncrypted: true,
      PubliclyAccessible: false,
      BackupRetentionPeriod: 7,
      MasterUsername: 'postgres',
      ManageMasterUserPassword: true,
      MultiAZ: true,
      Tags: [{ Key: 'team', Value: 'shop' }],
    });
    await createDbInstance(
      {
        ...small,
        engine: 'oracle-se2',
        licenseModel: 'license-included',
        masterUserPassword: 'correct-horse',
        publiclyAccessible: true,
        storageEncrypted: false,
        backupRetentionDays: 0,
        storageThroughputMiBps: 500,
        enableIamDatabaseAuthentication: false,
      },
      { session: aws.session },
    );
    const { input = {} } = aws.requests.at(-1) ?? {};
    expect(input).toMatchObject({
      MasterUsername: 'admin',
      MasterUserPassword: 'correct-horse',
      PubliclyAccessible: true,
      StorageEncrypted: false,
      BackupRetentionPeriod: 0,
      StorageThroughput: 500,
      EnableIAMDatabaseAuthentication: false,
    });
    expect(input).not.toHaveProperty('ManageMasterUserPassword');
  });

  it.each([
    [
      { ...postgres, dbInstanceIdentifier: '1st' },
      'digits and single hyphens, beginning with a letter, not ending with a hyphen (got "1st")',
    ],
    [{ ...postgres, dbInstanceIdentifier: 'a--b' }, 'single hyphens'],
    [{ ...postgres, dbInstanceIdentifier: 'a-' }, 'not ending with a hyphen'],
    [{ ...postgres, dbInstanceIdentifier: 'a'.repeat(64) }, 'dbInstanceIdentifier must have at most 63 characters'],
    [{ ...small, engine: 'sqlserver-ex', dbName: 'orders' }, 'dbName must be omitted for sqlserver-ex (got "orders")'],
    [{ ...small, engine: 'oracle-ee', dbName: 'warehouse' }, 'at most 8 characters for oracle-ee'],
    [
      { ...small, engine: 'oracle-ee', licenseModel: 'license-included' },
      'licenseModel must be bring-your-own-license for oracle',
    ],
    [
      { ...small, engine: 'oracle-se2-cdb', licenseModel: 'postgresql-license' },
      'licenseModel must be bring-your-own-license or license-included for oracle-se2-cdb (got "postgresql-license")',
    ],
    [
      { ...small, engine: 'sqlserver-ee', licenseModel: 'bring-your-own-license' },
      'license-included or bring-your-own-media for sqlserver-ee',
    ],
    [
      { ...small, engine: 'mysql', licenseModel: 'postgresql-license' },
      'licenseModel must be general-public-license for mysql',
    ],
    [{ ...small, engine: 'mysql', masterUsername: 'a'.repeat(17) }, 'at most 16 characters for mysql'],
    [{ ...small, engine: 'oracle-ee', masterUserPassword: 'q&a-q&a-q&a' }, "at most 30 characters without & and '"],
    [{ ...small, engine: 'sqlserver-se', port: 3_389 }, 'port must be a port other than 1234, 1434'],
    [{ ...postgres, port: 1_149 }, 'port must be at least 1150 (got 1149)'],
    [
      { ...postgres, allocatedStorageGiB: 19 },
      'allocatedStorageGiB must be 20–65536 for storageType gp3 and engine postgres (got 19)',
    ],
    [{ ...postgres, storageType: 'io2', iops: 1_000 }, '100–65536 for storageType io2 and engine postgres'],
    [
      { ...small, engine: 'sqlserver-se', allocatedStorageGiB: 20_000 },
      '20–16384 for storageType gp3 and engine sqlserver-se',
    ],
    [
      { ...small, engine: 'oracle-ee', storageType: 'standard', allocatedStorageGiB: 5 },
      '10–3072 for storageType standard',
    ],
    [
      { ...postgres, maxAllocatedStorageGiB: 20 },
      'maxAllocatedStorageGiB must be greater than allocatedStorageGiB (got 20)',
    ],
    [{ ...postgres, storageType: 'io1', allocatedStorageGiB: 100 }, 'provide iops with storageType io1 or io2'],
    [{ ...postgres, storageType: 'gp2', iops: 3_000 }, 'provide no iops with storageType gp2 or standard'],
    [
      { ...postgres, storageType: 'gp2', storageThroughputMiBps: 500 },
      'provide storageThroughputMiBps only with storageType gp3',
    ],
    [{ ...postgres, backupRetentionDays: 36 }, 'backupRetentionDays must be at most 35 (got 36)'],
    [{ ...postgres, multiAz: true, availabilityZone: 'eu-west-1a' }, 'either multiAz or availabilityZone'],
    [
      { ...postgres, storageEncrypted: false, kmsKeyId: 'alias/rds' },
      'provide no kmsKeyId if storageEncrypted is false',
    ],
  ])('rejects %o before anything is sent', async (input, message) => {
    await using aws = fakeAws();
    await expect(createDbInstance(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
    await expect(createDbInstance(input, { session: aws.session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it.each([
    ['postgres', 'postgresql-license'],
    ['mysql', 'general-public-license'],
    ['sqlserver-web', 'license-included'],
    ['sqlserver-dev-ee', 'bring-your-own-media'],
    ['oracle-ee-cdb', 'bring-your-own-license'],
    ['oracle-se2', 'bring-your-own-license'],
    ['oracle-se2', 'license-included'],
    ['db2-se', 'marketplace-license'],
    ['custom-oracle-ee', 'unknown-license'],
  ])('accepts for %s the license model %s', async (engine, licenseModel) => {
    await using aws = fakeAws({ answers: { CreateDBInstance: { DBInstance: instance('creating') } } });
    await createDbInstance({ ...small, engine, licenseModel }, { session: aws.session });
    expect(aws.requests[0]?.input).toMatchObject({ Engine: engine, LicenseModel: licenseModel });
  });

  it.each(['hunter2', 'p@ssword', 'x'.repeat(129), 'x'.repeat(42)])(
    'does not show the password %s in errors and events',
    async (masterUserPassword) => {
      const events: unknown[] = [];
      await using aws = fakeAws({ session: { onEvent: (event) => void events.push(event) } });
      const input = { ...small, engine: 'mysql', masterUserPassword };
      const error: unknown = await createDbInstance(input, { session: aws.session }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(InvalidInputError);
      expect((error as Error).message).toContain('a value that is not shown');
      aws.on('CreateDBInstance', awsError('InvalidParameterValue', 'The parameter MasterUserPassword is not valid.'));
      const rejection: unknown = await createDbInstance(
        { ...input, masterUserPassword: 'correct-horse' },
        { session: aws.session },
      ).catch((thrown: unknown) => thrown);
      const shown = inspect([error, rejection, events, aws.session], { depth: 20, showHidden: true });
      expect(shown).not.toContain(masterUserPassword);
      expect(shown).not.toContain('correct-horse');
    },
  );
});
