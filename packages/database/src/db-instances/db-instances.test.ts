import { inspect } from 'node:util';

import { AlreadyExistsError, ConflictError, ConnectionError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  createDbInstance,
  deleteDbInstance,
  describeDbInstance,
  listDbInstances,
  modifyDbInstance,
  rebootDbInstance,
  startDbInstance,
  stopDbInstance,
} from './index.js';

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

describe('a new DB instance', () => {
  it('is private, encrypted, backed up, and its password is for AWS to manage, unless the user says otherwise', async () => {
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
    [{ ...postgres, dbInstanceIdentifier: '1st' }, 'dbInstanceIdentifier is "1st"; accepted is 1–63 letters'],
    [{ ...postgres, dbInstanceIdentifier: 'a--b' }, 'no two hyphens together'],
    [{ ...postgres, dbInstanceIdentifier: 'a-' }, 'none last'],
    [{ ...postgres, dbInstanceIdentifier: 'a'.repeat(64) }, 'accepted is at most 63 characters'],
    [
      { ...small, engine: 'sqlserver-se', dbInstanceIdentifier: 'a'.repeat(16) },
      'at most 15 characters for SQL Server',
    ],
    [{ ...small, engine: 'sqlserver-ex', dbName: 'orders' }, 'dbName is "orders"; accepted is none for SQL Server'],
    [{ ...small, engine: 'oracle-ee', dbName: 'warehouse' }, 'at most 8 characters for Oracle'],
    [{ ...small, engine: 'oracle-ee', licenseModel: 'license-included' }, 'bring-your-own-license for Oracle EE'],
    [{ ...small, engine: 'oracle-se2-cdb', licenseModel: 'postgresql-license' }, 'either for Oracle SE2'],
    [{ ...small, engine: 'sqlserver-ee', licenseModel: 'bring-your-own-license' }, 'license-included for SQL Server'],
    [{ ...small, engine: 'mysql', licenseModel: 'postgresql-license' }, 'general-public-license for MySQL'],
    [{ ...small, engine: 'mysql', masterUsername: 'a'.repeat(17) }, 'at most 16 characters for MySQL'],
    [{ ...postgres, backupRetentionDays: 36 }, 'backupRetentionDays is 36; accepted is at most 35'],
    [{ ...postgres, multiAz: true, availabilityZone: 'eu-west-1a' }, 'either multiAz or an availabilityZone'],
    [{ ...postgres, storageEncrypted: false, kmsKeyId: 'alias/rds' }, 'a kmsKeyId only with storageEncrypted'],
  ])('refuses %o', async (input, message) => {
    await using aws = fakeAws();
    await expect(createDbInstance(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
    await expect(createDbInstance(input, { session: aws.session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it.each([
    ['postgres', 'postgresql-license'],
    ['mysql', 'general-public-license'],
    ['sqlserver-web', 'license-included'],
    ['oracle-ee-cdb', 'bring-your-own-license'],
    ['oracle-se2', 'bring-your-own-license'],
    ['oracle-se2', 'license-included'],
    ['db2-se', 'marketplace-license'],
  ])('of %s has %s', async (engine, licenseModel) => {
    await using aws = fakeAws({ answers: { CreateDBInstance: { DBInstance: instance('creating') } } });
    await createDbInstance({ ...small, engine, licenseModel }, { session: aws.session });
    expect(aws.requests[0]?.input).toMatchObject({ Engine: engine, LicenseModel: licenseModel });
  });

  it.each(['hunter2', 'p@ssword', 'x'.repeat(129), 'x'.repeat(42)])(
    'does not show the password %s anywhere',
    async (masterUserPassword) => {
      const events: unknown[] = [];
      await using aws = fakeAws({ session: { onEvent: (event) => void events.push(event) } });
      const input = { ...small, engine: 'mysql', masterUserPassword };
      const error: unknown = await createDbInstance(input, { session: aws.session }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(InvalidInputError);
      expect((error as Error).message).toContain('a value that is not shown');
      aws.on('CreateDBInstance', awsError('InvalidParameterValue', 'The parameter MasterUserPassword is not valid.'));
      const refused: unknown = await createDbInstance(
        { ...input, masterUserPassword: 'correct-horse' },
        { session: aws.session },
      ).catch((thrown: unknown) => thrown);
      const shown = inspect([error, refused, events, aws.session], { depth: 20, showHidden: true });
      expect(shown).not.toContain(masterUserPassword);
      expect(shown).not.toContain('correct-horse');
    },
  );
});

describe('a DB instance', () => {
  it('is changed at once until nothing is pending, or in its maintenance window', async () => {
    const pending = { PendingModifiedValues: { DBInstanceClass: 'db.m7g.large' } };
    await using aws = fakeAws({ answers: { ModifyDBInstance: { DBInstance: instance('available', pending) } } });
    const { session } = aws;
    aws.once('DescribeDBInstances', described('available', pending));
    aws.once('DescribeDBInstances', described('modifying', pending));
    aws.once('DescribeDBInstances', described('storage-optimization', { PendingModifiedValues: {} }));
    const change = { dbInstanceIdentifier, dbInstanceClass: 'db.m7g.large', port: 5_433, allocatedStorageGiB: 40 };
    const changed = await modifyDbInstance({ ...change, applyImmediately: true }, { session, wait: true });
    expect(changed.pendingModifiedValues).toEqual([]);
    expect(aws.requests[0]?.input).toEqual({
      DBInstanceIdentifier: 'orders',
      ApplyImmediately: true,
      DBInstanceClass: 'db.m7g.large',
      DBPortNumber: 5_433,
      AllocatedStorage: 40,
    });
    aws.once('DescribeDBInstances', described('available', pending));
    expect((await modifyDbInstance(change, { session, wait: true })).pendingModifiedValues).toEqual([
      'DBInstanceClass',
    ]);
  });

  it.each([
    [{}, 'at least one member that changes something'],
    [{ applyImmediately: true, port: undefined }, 'at least one member that changes something'],
    [{ masterUserPassword: 'correct-horse', manageMasterUserPassword: true }, 'either a masterUserPassword'],
    [{ manageMasterUserPassword: false }, 'either a masterUserPassword'],
  ])('refuses the change %o', async (change, message) => {
    await using aws = fakeAws();
    await expect(modifyDbInstance({ dbInstanceIdentifier, ...change }, { session: aws.session })).rejects.toThrow(
      message,
    );
    expect(aws.requests).toEqual([]);
  });

  it('is stopped, started and rebooted, each until it is so', async () => {
    await using aws = fakeAws({
      answers: {
        // AWS's own examples leave out the name.
        StopDBInstance: { DBInstance: { DBInstanceStatus: 'stopping' } },
        StartDBInstance: { DBInstance: { DBInstanceStatus: 'starting' } },
        RebootDBInstance: { DBInstance: instance('rebooting') },
      },
    });
    const { session } = aws;
    expect(await stopDbInstance(dbInstanceIdentifier, { session })).toEqual({
      dbInstanceIdentifier,
      dbInstanceStatus: 'stopping',
    });
    aws.once('DescribeDBInstances', described('stopping'));
    aws.once('DescribeDBInstances', described('stopped'));
    const input = { dbInstanceIdentifier, dbSnapshotIdentifier: 'before-stop' };
    expect((await stopDbInstance(input, { session, wait: true })).dbInstanceStatus).toBe('stopped');
    aws.once('DescribeDBInstances', described('starting'));
    aws.on('DescribeDBInstances', described('available'));
    const started = await startDbInstance(dbInstanceIdentifier, { session, wait: true });
    expect(started.dbInstanceStatus).toBe('available');
    expect((await rebootDbInstance(started, { session, wait: true })).dbInstanceStatus).toBe('available');
  });

  it('is not rebooted a second time when the answer is lost', async () => {
    await using aws = fakeAws({ answers: { RebootDBInstance: fault('close-mid-body') } });
    const rebooting = rebootDbInstance(dbInstanceIdentifier, { session: aws.session });
    await expect(rebooting).rejects.toThrow(ConnectionError);
    await expect(rebooting).rejects.toThrow('it was not sent again');
    expect(aws.requests).toHaveLength(1);
  });

  it('is listed page by page, by engine and cluster', async () => {
    await using aws = fakeAws();
    aws.once('DescribeDBInstances', { ...described('available'), Marker: 'next' });
    aws.once('DescribeDBInstances', described('stopped'));
    const states = await Array.fromAsync(
      listDbInstances({ engine: ['postgres', 'mysql'], dbClusterIdentifier: 'shop' }, { session: aws.session }),
      ({ dbInstanceStatus }) => dbInstanceStatus,
    );
    expect(states).toEqual(['available', 'stopped']);
    expect(aws.requests.map(({ input }) => input)).toMatchObject([
      {
        MaxRecords: 100,
        Filters: [
          { Name: 'engine', Values: ['postgres', 'mysql'] },
          { Name: 'db-cluster-id', Values: ['shop'] },
        ],
      },
      { Marker: 'next' },
    ]);
  });

  it('tells what AWS keeps of it, in our names', async () => {
    await using aws = fakeAws();
    aws.on(
      'DescribeDBInstances',
      described('available', {
        MasterUserSecret: {
          SecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!db-1',
          SecretStatus: 'active',
        },
        VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1' }],
        DBSubnetGroup: { DBSubnetGroupName: 'private', VpcId: 'vpc-1' },
        StatusInfos: [{ StatusType: 'read replication', Normal: true, Status: 'replicating' }, { Message: 'lagging' }],
        TagList: [{ Key: 'team', Value: 'shop' }],
        MultiAZ: true,
      }),
    );
    const found = await describeDbInstance(dbInstanceIdentifier, { session: aws.session });
    expect(found).toMatchObject({
      masterUserSecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!db-1',
      vpcSecurityGroupIds: ['sg-1'],
      dbSubnetGroupName: 'private',
      vpcId: 'vpc-1',
      statusMessages: ['lagging'],
      pendingModifiedValues: [],
      tags: { team: 'shop' },
      multiAz: true,
    });
  });
});

describe('a deletion', () => {
  it('leaves a last snapshot that carries the time of the session, or the name that is given, or none', async () => {
    await using aws = fakeAws({ answers: { DeleteDBInstance: { DBInstance: instance('deleting') } } });
    const { session } = aws;
    expect(await deleteDbInstance(dbInstanceIdentifier, { session })).toEqual({
      dbInstanceIdentifier,
      finalDbSnapshotIdentifier: 'orders-final-20260101000000',
    });
    await deleteDbInstance({ dbInstanceIdentifier, finalDbSnapshotIdentifier: 'last' }, { session });
    expect(await deleteDbInstance({ dbInstanceIdentifier, skipFinalSnapshot: true }, { session })).toEqual({
      dbInstanceIdentifier,
    });
    expect(aws.requests.map(({ input }) => input)).toEqual([
      {
        DBInstanceIdentifier: 'orders',
        SkipFinalSnapshot: false,
        FinalDBSnapshotIdentifier: 'orders-final-20260101000000',
      },
      { DBInstanceIdentifier: 'orders', SkipFinalSnapshot: false, FinalDBSnapshotIdentifier: 'last' },
      { DBInstanceIdentifier: 'orders', SkipFinalSnapshot: true },
    ]);
    const both = { dbInstanceIdentifier, skipFinalSnapshot: true, finalDbSnapshotIdentifier: 'last' };
    await expect(deleteDbInstance(both, { session })).rejects.toThrow('either skipFinalSnapshot or');
  });

  it('is over when the instance is gone, even by way of a state that cannot be mended', async () => {
    await using aws = fakeAws({ answers: { DeleteDBInstance: { DBInstance: instance('deleting') } } });
    aws.once('DescribeDBInstances', described('incompatible-network'));
    aws.once('DescribeDBInstances', described('deleting'));
    aws.on('DescribeDBInstances', awsError('DBInstanceNotFound', 'DBInstance orders not found.', { status: 404 }));
    expect(await deleteDbInstance(dbInstanceIdentifier, { session: aws.session, wait: true })).toBeUndefined();
    expect(aws.requests).toHaveLength(4);
  });

  it('of what is being deleted, or onto a snapshot that is there, is told apart', async () => {
    await using aws = fakeAws();
    aws.once('DeleteDBInstance', awsError('InvalidDBInstanceState', 'Instance orders is already being deleted.'));
    aws.once('DeleteDBInstance', awsError('DBSnapshotAlreadyExists', 'Cannot create the snapshot last.'));
    await expect(deleteDbInstance(dbInstanceIdentifier, { session: aws.session })).rejects.toThrow(ConflictError);
    const again = deleteDbInstance(
      { dbInstanceIdentifier, finalDbSnapshotIdentifier: 'last' },
      { session: aws.session },
    );
    await expect(again).rejects.toThrow(AlreadyExistsError);
  });
});
