import { AlreadyExistsError, ConflictError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { deleteDbInstance, describeDbInstance, listDbInstances } from './index.js';

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
  it('throws NotFoundError if it does not exist', async () => {
    await using aws = fakeAws();
    aws.on('DescribeDBInstances', awsError('DBInstanceNotFound', 'DBInstance orders not found.', { status: 404 }));
    await expect(describeDbInstance(dbInstanceIdentifier, { session: aws.session })).rejects.toThrow(NotFoundError);
  });

  it('is listed by engine and cluster, page by page', async () => {
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

  it('is described with flattened members', async () => {
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
        Endpoint: { HostedZoneId: 'Z29XKXDKYMONMX' },
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
    expect(found.endpoint).toBeUndefined();
  });
});

describe('deleteDbInstance', () => {
  it('creates a final snapshot with a name from the time of the session, with the given name, or none', async () => {
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
    await expect(deleteDbInstance(both, { session })).rejects.toThrow(
      'provide either skipFinalSnapshot or finalDbSnapshotIdentifier',
    );
  });

  it('waits until the DB instance no longer exists, also if it is in a failed state in the meantime', async () => {
    await using aws = fakeAws({ answers: { DeleteDBInstance: { DBInstance: instance('deleting') } } });
    aws.once('DescribeDBInstances', described('incompatible-network'));
    aws.once('DescribeDBInstances', described('deleting'));
    aws.on('DescribeDBInstances', awsError('DBInstanceNotFound', 'DBInstance orders not found.', { status: 404 }));
    expect(await deleteDbInstance(dbInstanceIdentifier, { session: aws.session, wait: true })).toEqual({
      dbInstanceIdentifier,
      finalDbSnapshotIdentifier: 'orders-final-20260101000000',
    });
    expect(aws.requests).toHaveLength(4);
  });

  it('throws ConflictError during a deletion, and AlreadyExistsError if the snapshot exists', async () => {
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

  it('names the remedy for deletion protection', async () => {
    await using aws = fakeAws();
    const message = 'Cannot delete protected DB Instance, please disable deletion protection and try again.';
    aws.on('DeleteDBInstance', awsError('InvalidParameterCombination', message));
    const deleting = deleteDbInstance(dbInstanceIdentifier, { session: aws.session });
    await expect(deleting).rejects.toThrow(ConflictError);
    await expect(deleting).rejects.toThrow(
      'If deletion protection is enabled, disable it first with modifyDbInstance and deletionProtection: false.',
    );
  });
});
