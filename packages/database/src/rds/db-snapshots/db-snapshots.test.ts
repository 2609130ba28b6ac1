import { AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createDbSnapshot, deleteDbSnapshot, describeDbSnapshot, listDbSnapshots, waitForDbSnapshot } from './index.js';

const dbSnapshotIdentifier = 'before-upgrade';
const dbInstanceIdentifier = 'orders';
const snapshot = (Status: string, PercentProgress: number, more: object = {}): object => ({
  DBSnapshotIdentifier: dbSnapshotIdentifier,
  DBInstanceIdentifier: dbInstanceIdentifier,
  Engine: 'postgres',
  Status,
  PercentProgress,
  ...more,
});
const described = (status: string, percent: number): object => ({ DBSnapshots: [snapshot(status, percent)] });

describe('a DB snapshot', () => {
  it('is created; the wait reports the percentage', async () => {
    await using aws = fakeAws({ answers: { CreateDBSnapshot: { DBSnapshot: snapshot('creating', 0) } } });
    aws.once(
      'DescribeDBSnapshots',
      awsError('DBSnapshotNotFound', 'DBSnapshot before-upgrade not found.', { status: 404 }),
    );
    aws.once('DescribeDBSnapshots', described('creating', 40));
    aws.on('DescribeDBSnapshots', described('available', 100));
    const states: string[] = [];
    const created = await createDbSnapshot(
      { dbSnapshotIdentifier, dbInstanceIdentifier, tags: { keep: 'yes' } },
      { session: aws.session, wait: { onProgress: ({ state }) => void states.push(state) } },
    );
    expect(created).toMatchObject({ dbSnapshotIdentifier, status: 'available', percentProgress: 100, tags: {} });
    expect(states).toEqual(['creating, 40%', 'available']);
    expect(aws.requests[0]?.input).toEqual({
      DBSnapshotIdentifier: 'before-upgrade',
      DBInstanceIdentifier: 'orders',
      Tags: [{ Key: 'keep', Value: 'yes' }],
    });
  });

  it.each(['failed', 'deleting', 'deleted'])('ends the wait in state %s', async (status) => {
    await using aws = fakeAws({ answers: { DescribeDBSnapshots: described(status, 0) } });
    const waiting = waitForDbSnapshot({ dbSnapshotIdentifier, state: 'available' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    expect(aws.requests).toHaveLength(1);
  });

  it('is described by its name, also an automated one or one of AWS Backup, or by the ARN of a shared one', async () => {
    await using aws = fakeAws({ answers: { DescribeDBSnapshots: described('available', 100) } });
    const { session } = aws;
    const arn = 'arn:aws:rds:us-east-1:210987654321:snapshot:theirs';
    for (const name of [dbSnapshotIdentifier, 'rds:orders-2026-11-01-03-12', 'awsbackup:job-1', arn])
      await describeDbSnapshot(name, { session });
    expect(aws.requests.map(({ input }) => input)).toEqual([
      { DBSnapshotIdentifier: 'before-upgrade' },
      { DBSnapshotIdentifier: 'rds:orders-2026-11-01-03-12', SnapshotType: 'automated' },
      { DBSnapshotIdentifier: 'awsbackup:job-1', SnapshotType: 'awsbackup' },
      { DBSnapshotIdentifier: arn, IncludeShared: true },
    ]);
  });

  it('is listed page by page', async () => {
    await using aws = fakeAws();
    aws.once('DescribeDBSnapshots', { ...described('available', 100), Marker: 'next' });
    aws.once('DescribeDBSnapshots', described('creating', 10));
    const listing = listDbSnapshots(
      { dbInstanceIdentifier, snapshotType: 'manual', filters: { engine: 'postgres' } },
      { session: aws.session },
    );
    expect(await listing.count()).toBe(2);
    expect(aws.requests.map(({ input }) => input)).toMatchObject([
      {
        DBInstanceIdentifier: 'orders',
        SnapshotType: 'manual',
        MaxRecords: 100,
        Filters: [{ Name: 'engine', Values: ['postgres'] }],
      },
      { Marker: 'next' },
    ]);
  });

  it('throws an error class for each reason: already exists, does not exist, in use', async () => {
    await using aws = fakeAws({
      answers: {
        CreateDBSnapshot: awsError('DBSnapshotAlreadyExists', 'Cannot create the snapshot.'),
        DescribeDBSnapshots: awsError('DBSnapshotNotFound', 'DBSnapshot not found.', { status: 404 }),
        DeleteDBSnapshot: awsError('InvalidDBSnapshotState', 'Cannot delete the snapshot.'),
      },
    });
    const { session } = aws;
    await expect(createDbSnapshot({ dbSnapshotIdentifier, dbInstanceIdentifier }, { session })).rejects.toThrow(
      AlreadyExistsError,
    );
    await expect(describeDbSnapshot(dbSnapshotIdentifier, { session })).rejects.toThrow(NotFoundError);
    await expect(deleteDbSnapshot(dbSnapshotIdentifier, { session })).rejects.toThrow(ConflictError);
  });

  it('is not deleted if it is automated', async () => {
    await using aws = fakeAws();
    const deleting = deleteDbSnapshot('rds:orders-2026-11-01-03-12', { session: aws.session });
    await expect(deleting).rejects.toThrow(InvalidInputError);
    expect(aws.requests).toEqual([]);
  });
});
