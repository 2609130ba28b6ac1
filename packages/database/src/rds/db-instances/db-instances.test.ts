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
  it('that is not there is not found', async () => {
    await using aws = fakeAws();
    aws.on('DescribeDBInstances', awsError('DBInstanceNotFound', 'DBInstance orders not found.', { status: 404 }));
    await expect(describeDbInstance(dbInstanceIdentifier, { session: aws.session })).rejects.toThrow(NotFoundError);
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
    expect(await deleteDbInstance(dbInstanceIdentifier, { session: aws.session, wait: true })).toEqual({
      dbInstanceIdentifier,
      finalDbSnapshotIdentifier: 'orders-final-20260101000000',
    });
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

  it('of what is protected says what to do first', async () => {
    await using aws = fakeAws();
    const message = 'Cannot delete protected DB Instance, please disable deletion protection and try again.';
    aws.on('DeleteDBInstance', awsError('InvalidParameterCombination', message));
    const deleting = deleteDbInstance(dbInstanceIdentifier, { session: aws.session });
    await expect(deleting).rejects.toThrow(ConflictError);
    await expect(deleting).rejects.toThrow('needs deletionProtection: false of modifyDbInstance first');
  });
});
