import { ConflictError, ConnectionError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { modifyDbInstance, rebootDbInstance, startDbInstance, stopDbInstance } from './index.js';

const dbInstanceIdentifier = 'orders';
const instance = (DBInstanceStatus: string, more: object = {}): object => ({
  DBInstanceIdentifier: dbInstanceIdentifier,
  DBInstanceClass: 'db.t4g.micro',
  Engine: 'postgres',
  DBInstanceStatus,
  ...more,
});
const described = (status: string, more: object = {}): object => ({ DBInstances: [instance(status, more)] });

describe('a DB instance', () => {
  it('is modified at once, with a wait until no change is pending, or in its maintenance window', async () => {
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
    [{}, 'provide at least one member to change, or applyImmediately for pending changes'],
    [
      { applyImmediately: false, port: undefined },
      'provide at least one member to change, or applyImmediately for pending changes',
    ],
    [
      { masterUserPassword: 'correct-horse', manageMasterUserPassword: true },
      'provide either masterUserPassword, with manageMasterUserPassword: false if AWS manages the current password, or manageMasterUserPassword: true',
    ],
    [
      { manageMasterUserPassword: false },
      'provide either masterUserPassword, with manageMasterUserPassword: false if AWS manages the current password, or manageMasterUserPassword: true',
    ],
    [{ rotateMasterUserPassword: true }, 'provide rotateMasterUserPassword only with applyImmediately'],
    [{ storageType: 'io2', storageThroughputMiBps: 500 }, 'provide storageThroughputMiBps only with storageType gp3'],
    [{ iops: 999 }, 'iops must be 0 or 1000–256000 (got 999)'],
  ])('is not modified with %o', async (change, message) => {
    await using aws = fakeAws();
    const modifying = modifyDbInstance({ dbInstanceIdentifier, ...change }, { session: aws.session });
    await expect(modifying).rejects.toThrow(InvalidInputError);
    await expect(modifying).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('is stopped, started and rebooted; each call waits for the state', async () => {
    await using aws = fakeAws({
      answers: {
        // AWS's examples of these responses do not contain the name.
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

  it('is available after a reboot only when RDS has reported the reboot', async () => {
    await using aws = fakeAws({ answers: { RebootDBInstance: { DBInstance: instance('rebooting') } } });
    for (const status of ['available', 'available', 'rebooting', 'rebooting', 'available'])
      aws.once('DescribeDBInstances', described(status));
    const seen: string[] = [];
    const wait = { pollMs: 5_000, onProgress: ({ state }: { state: string }) => void seen.push(state) };
    await rebootDbInstance(dbInstanceIdentifier, { session: aws.session, wait });
    expect(seen).toEqual(['available', 'available', 'rebooting', 'rebooting', 'available']);
  });

  it('is available after a minute if RDS never reports the reboot', async () => {
    await using aws = fakeAws({ answers: { RebootDBInstance: { DBInstance: instance('rebooting') } } });
    aws.on('DescribeDBInstances', described('available'));
    await rebootDbInstance(dbInstanceIdentifier, { session: aws.session, wait: true });
    expect(aws.clock.elapsedMs).toBeGreaterThanOrEqual(60_000);
    expect(aws.clock.elapsedMs).toBeLessThan(90_000);
  });

  it('is not rebooted a second time if the response is lost', async () => {
    await using aws = fakeAws({ answers: { RebootDBInstance: fault('close-mid-body') } });
    const rebooting = rebootDbInstance(dbInstanceIdentifier, { session: aws.session });
    await expect(rebooting).rejects.toThrow(ConnectionError);
    await expect(rebooting).rejects.toThrow('so it was not retried');
    expect(aws.requests).toHaveLength(1);
  });

  it('gets its pending changes with applyImmediately alone', async () => {
    await using aws = fakeAws({ answers: { ModifyDBInstance: { DBInstance: instance('available') } } });
    await modifyDbInstance({ dbInstanceIdentifier, applyImmediately: true }, { session: aws.session });
    expect(aws.requests[0]?.input).toEqual({ DBInstanceIdentifier: 'orders', ApplyImmediately: true });
  });

  it('with full storage gets more storage, and the wait continues until then', async () => {
    const pending = { PendingModifiedValues: { AllocatedStorage: 40 } };
    await using aws = fakeAws({ answers: { ModifyDBInstance: { DBInstance: instance('storage-full', pending) } } });
    const { session } = aws;
    aws.once('DescribeDBInstances', described('storage-full', pending));
    aws.once('DescribeDBInstances', described('modifying', pending));
    aws.once('DescribeDBInstances', described('available'));
    const change = { dbInstanceIdentifier, allocatedStorageGiB: 40, applyImmediately: true };
    expect((await modifyDbInstance(change, { session, wait: true })).dbInstanceStatus).toBe('available');
    aws.on('DescribeDBInstances', described('storage-full'));
    await expect(modifyDbInstance(change, { session, wait: true })).rejects.toThrow(
      'The storage of the DB instance is full',
    );
  });

  it('throws ConflictError if its state does not allow the call', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    for (const operation of ['StartDBInstance', 'StopDBInstance', 'RebootDBInstance'])
      aws.on(operation, awsError('InvalidDBInstanceState', 'Instance orders is not in available state.'));
    await expect(startDbInstance(dbInstanceIdentifier, { session })).rejects.toThrow(ConflictError);
    await expect(stopDbInstance(dbInstanceIdentifier, { session })).rejects.toThrow(ConflictError);
    await expect(rebootDbInstance(dbInstanceIdentifier, { session })).rejects.toThrow(ConflictError);
  });
});
