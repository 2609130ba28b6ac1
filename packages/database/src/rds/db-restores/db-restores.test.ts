import {
  AlreadyExistsError,
  ConflictError,
  InvalidInputError,
  InvalidRequestError,
  NotFoundError,
  WaitError,
} from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { restoreDbInstance, restoreDbInstanceToTime } from './index.js';

const instance = (DBInstanceStatus: string, more: object = {}): object => ({
  DBInstanceIdentifier: 'orders-2',
  DBInstanceClass: 'db.t4g.micro',
  Engine: 'postgres',
  DBInstanceStatus,
  ...more,
});
const described = (status: string, more: object = {}): object => ({ DBInstances: [instance(status, more)] });
const fromSnapshot = { dbInstanceIdentifier: 'orders-2', dbSnapshotIdentifier: 'before-upgrade' };
const restoreTime = new Date('2026-11-26T09:30:00Z');
const toTime = { sourceDbInstanceIdentifier: 'orders', targetDbInstanceIdentifier: 'orders-2', restoreTime };

describe('restoreDbInstance', () => {
  it('restores a private DB instance, and waits until it can be used', async () => {
    await using aws = fakeAws();
    aws.on('RestoreDBInstanceFromDBSnapshot', { DBInstance: instance('creating') });
    for (const status of ['creating', 'backing-up', 'available']) aws.once('DescribeDBInstances', described(status));
    const restored = await restoreDbInstance(fromSnapshot, { session: aws.session, wait: true });
    expect(restored.dbInstanceStatus).toBe('available');
    expect(aws.requests[0]?.input).toEqual({
      DBInstanceIdentifier: 'orders-2',
      DBSnapshotIdentifier: 'before-upgrade',
      PubliclyAccessible: false,
    });
  });

  it('sends the settings in the input', async () => {
    await using aws = fakeAws();
    aws.on('RestoreDBInstanceFromDBSnapshot', { DBInstance: instance('creating') });
    const settings = {
      dbSubnetGroupName: 'private',
      vpcSecurityGroupIds: ['sg-0123456789abcdef0'],
      publiclyAccessible: true,
      multiAz: true,
      dbInstanceClass: 'db.m7g.large',
      allocatedStorageGiB: 40,
      storageThroughputMiBps: 500,
      iops: 0,
      backupRetentionDays: 14,
      deletionProtection: true,
      enableIamDatabaseAuthentication: true,
      tags: { team: 'shop' },
    };
    await restoreDbInstance({ ...fromSnapshot, ...settings }, { session: aws.session });
    expect(aws.requests[0]?.input).toEqual({
      DBInstanceIdentifier: 'orders-2',
      DBSnapshotIdentifier: 'before-upgrade',
      DBSubnetGroupName: 'private',
      VpcSecurityGroupIds: ['sg-0123456789abcdef0'],
      PubliclyAccessible: true,
      MultiAZ: true,
      DBInstanceClass: 'db.m7g.large',
      AllocatedStorage: 40,
      StorageThroughput: 500,
      Iops: 0,
      BackupRetentionPeriod: 14,
      DeletionProtection: true,
      EnableIAMDatabaseAuthentication: true,
      Tags: [{ Key: 'team', Value: 'shop' }],
    });
  });

  it.each([
    ['incompatible-restore', 'RDS cannot restore to the requested time'],
    ['restore-error', 'An error occurred during the restore'],
    ['incompatible-network', 'in its network'],
  ])('ends the wait with the reason in state %s', async (status, reason) => {
    await using aws = fakeAws({ answers: { DescribeDBInstances: described(status) } });
    aws.on('RestoreDBInstanceFromDBSnapshot', { DBInstance: instance('creating') });
    const restoring = restoreDbInstance(fromSnapshot, { session: aws.session, wait: true });
    await expect(restoring).rejects.toThrow(WaitError);
    await expect(restoring).rejects.toThrow(reason);
  });

  it.each([
    ['DBSnapshotNotFound', NotFoundError, 'DB snapshot before-upgrade does not exist in this account and region'],
    ['DBInstanceAlreadyExists', AlreadyExistsError, 'DB instance orders-2 already exists'],
    ['InvalidDBSnapshotState', ConflictError, 'DB snapshot before-upgrade'],
    ['InvalidRestoreFault', InvalidRequestError, 'The source of the restore is not compatible with'],
  ])('throws the error class for %s', async (code, kind, message) => {
    await using aws = fakeAws({ answers: { RestoreDBInstanceFromDBSnapshot: awsError(code, 'AWS says no.') } });
    const restoring = restoreDbInstance(fromSnapshot, { session: aws.session });
    await expect(restoring).rejects.toThrow(kind);
    await expect(restoring).rejects.toThrow(message);
  });
});

describe('restoreDbInstanceToTime', () => {
  it('restores a private DB instance to a time, and waits until it can be used', async () => {
    await using aws = fakeAws({ answers: { RestoreDBInstanceToPointInTime: { DBInstance: instance('creating') } } });
    aws.once('DescribeDBInstances', awsError('DBInstanceNotFound', 'DBInstance orders-2 not found.', { status: 404 }));
    aws.once('DescribeDBInstances', described('creating'));
    aws.once('DescribeDBInstances', described('available', { Endpoint: { Address: 'orders-2.x', Port: 5432 } }));
    const restored = await restoreDbInstanceToTime(
      { ...toTime, maxAllocatedStorageGiB: 100 },
      { session: aws.session, wait: true },
    );
    expect(restored.endpoint?.address).toBe('orders-2.x');
    expect(aws.requests[0]?.input).toEqual({
      SourceDBInstanceIdentifier: 'orders',
      TargetDBInstanceIdentifier: 'orders-2',
      RestoreTime: restoreTime,
      PubliclyAccessible: false,
      MaxAllocatedStorage: 100,
    });
  });

  it('restores to the latest time, and from the backups of a deleted DB instance', async () => {
    await using aws = fakeAws({ answers: { RestoreDBInstanceToPointInTime: { DBInstance: instance('creating') } } });
    const given = {
      targetDbInstanceIdentifier: 'orders-2',
      sourceDbiResourceId: 'db-ABCDEFGHIJKL01234',
      useLatestRestorableTime: true,
    };
    await restoreDbInstanceToTime(given, { session: aws.session });
    expect(aws.requests[0]?.input).toEqual({
      TargetDBInstanceIdentifier: 'orders-2',
      SourceDbiResourceId: 'db-ABCDEFGHIJKL01234',
      UseLatestRestorableTime: true,
      PubliclyAccessible: false,
    });
  });

  it.each([
    ['DBInstanceNotFound', NotFoundError, 'DB instance orders does not exist in this account and region'],
    ['DBInstanceAlreadyExists', AlreadyExistsError, 'DB instance orders-2 already exists'],
    [
      'PointInTimeRestoreNotEnabled',
      ConflictError,
      'Its automated backups are disabled, so it cannot be restored to a time.',
    ],
  ])('throws the error class for %s', async (code, kind, message) => {
    await using aws = fakeAws({ answers: { RestoreDBInstanceToPointInTime: awsError(code, 'AWS says no.') } });
    const restoring = restoreDbInstanceToTime(toTime, { session: aws.session });
    await expect(restoring).rejects.toThrow(kind);
    await expect(restoring).rejects.toThrow(message);
  });

  it.each([
    [{ ...toTime, restoreTime: undefined }, 'provide either restoreTime or useLatestRestorableTime'],
    [{ ...toTime, useLatestRestorableTime: true }, 'provide either restoreTime or useLatestRestorableTime'],
    [{ ...toTime, restoreTime: new Date('yesterday') }, 'restoreTime is an invalid Date'],
    [
      { ...toTime, sourceDbiResourceId: 'db-1' },
      'provide exactly one of sourceDbInstanceIdentifier, sourceDbiResourceId and',
    ],
    [{ ...toTime, sourceDbInstanceIdentifier: undefined }, 'provide exactly one of sourceDbInstanceIdentifier'],
    [{ ...toTime, multiAz: true, availabilityZone: 'eu-west-1a' }, 'either multiAz or availabilityZone'],
    [{ ...toTime, backupRetentionDays: 36 }, 'backupRetentionDays must be at most 35 (got 36)'],
  ])('rejects %o before anything is sent', async (given, message) => {
    await using aws = fakeAws();
    const restoring = restoreDbInstanceToTime(given, { session: aws.session });
    await expect(restoring).rejects.toThrow(InvalidInputError);
    await expect(restoring).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
