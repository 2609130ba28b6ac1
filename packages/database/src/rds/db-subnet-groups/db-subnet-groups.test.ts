import { AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createDbSubnetGroup, deleteDbSubnetGroup, describeDbSubnetGroup, listDbSubnetGroups } from './index.js';

const dbSubnetGroupName = 'private';
const subnetIds = ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'];
const group = {
  DBSubnetGroupName: 'private',
  DBSubnetGroupDescription: 'databases',
  VpcId: 'vpc-0123456789abcdef0',
  SubnetGroupStatus: 'Complete',
  Subnets: [
    { SubnetIdentifier: subnetIds[0], SubnetAvailabilityZone: { Name: 'eu-west-1a' }, SubnetStatus: 'Active' },
    { SubnetIdentifier: subnetIds[1], SubnetAvailabilityZone: { Name: 'eu-west-1b' }, SubnetStatus: 'Active' },
  ],
};

describe('a DB subnet group', () => {
  it('is created; its default description is its name', async () => {
    await using aws = fakeAws({ answers: { CreateDBSubnetGroup: { DBSubnetGroup: group } } });
    const { session } = aws;
    const created = await createDbSubnetGroup({ dbSubnetGroupName, subnetIds, tags: { team: 'shop' } }, { session });
    expect(created).toEqual({
      dbSubnetGroupName,
      dbSubnetGroupDescription: 'databases',
      vpcId: 'vpc-0123456789abcdef0',
      subnetGroupStatus: 'Complete',
      subnets: [
        { subnetId: subnetIds[0], availabilityZone: 'eu-west-1a', status: 'Active' },
        { subnetId: subnetIds[1], availabilityZone: 'eu-west-1b', status: 'Active' },
      ],
    });
    await createDbSubnetGroup({ dbSubnetGroupName, subnetIds, dbSubnetGroupDescription: 'databases' }, { session });
    expect(aws.requests.map(({ input }) => input)).toEqual([
      {
        DBSubnetGroupName: 'private',
        DBSubnetGroupDescription: 'private',
        SubnetIds: subnetIds,
        Tags: [{ Key: 'team', Value: 'shop' }],
      },
      { DBSubnetGroupName: 'private', DBSubnetGroupDescription: 'databases', SubnetIds: subnetIds },
    ]);
  });

  it('is described, listed page by page, and deleted', async () => {
    await using aws = fakeAws({ answers: { DeleteDBSubnetGroup: {} } });
    const { session } = aws;
    aws.once('DescribeDBSubnetGroups', { DBSubnetGroups: [group] });
    const described = await describeDbSubnetGroup(dbSubnetGroupName, { session });
    expect(described.subnets.map(({ subnetId }) => subnetId)).toEqual(subnetIds);
    aws.once('DescribeDBSubnetGroups', { DBSubnetGroups: [group], Marker: 'next' });
    aws.once('DescribeDBSubnetGroups', { DBSubnetGroups: [{ DBSubnetGroupName: 'default' }] });
    const all = await listDbSubnetGroups({}, { session }).toArray();
    expect(all.map((each) => [each.dbSubnetGroupName, each.subnets.length])).toEqual([
      ['private', 2],
      ['default', 0],
    ]);
    await deleteDbSubnetGroup(described, { session });
    expect(aws.requests.map(({ input }) => input)).toEqual([
      { DBSubnetGroupName: 'private' },
      { MaxRecords: 100 },
      { MaxRecords: 100, Marker: 'next' },
      { DBSubnetGroupName: 'private' },
    ]);
  });

  it('throws an error class for each reason: already exists, only one zone, does not exist, in use', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    const message = 'DB Subnet Group doesn’t meet availability zone coverage requirement.';
    aws.once('CreateDBSubnetGroup', awsError('DBSubnetGroupAlreadyExists', 'The DB subnet group already exists.'));
    aws.once('CreateDBSubnetGroup', awsError('DBSubnetGroupDoesNotCoverEnoughAZs', message));
    aws.on('DescribeDBSubnetGroups', awsError('DBSubnetGroupNotFoundFault', 'It does not exist.', { status: 404 }));
    aws.on('DeleteDBSubnetGroup', awsError('InvalidDBSubnetGroupStateFault', 'orders uses it.'));
    await expect(createDbSubnetGroup({ dbSubnetGroupName, subnetIds }, { session })).rejects.toThrow(
      AlreadyExistsError,
    );
    const inOneZone = createDbSubnetGroup({ dbSubnetGroupName, subnetIds }, { session });
    await expect(inOneZone).rejects.toThrow(ConflictError);
    await expect(inOneZone).rejects.toThrow('at least two Availability Zones');
    await expect(describeDbSubnetGroup(dbSubnetGroupName, { session })).rejects.toThrow(NotFoundError);
    await expect(deleteDbSubnetGroup(dbSubnetGroupName, { session })).rejects.toThrow(ConflictError);
  });

  it.each([
    [{ dbSubnetGroupName, subnetIds: subnetIds.slice(1) }, 'subnetIds must have at least 2 items (got a list of 1)'],
    [
      { dbSubnetGroupName, subnetIds: [...subnetIds, subnetIds[0]!] },
      'subnetIds must be a list with each subnet only once (got a list of 3)',
    ],
    [
      { dbSubnetGroupName, subnetIds: ['subnet-1', 'subnet-2'] },
      'subnetIds[0] must be subnet- followed by 8 or 17 hexadecimal digits, e.g. subnet-0123456789abcdef0 (got "subnet-1"); subnetIds[1] must be subnet- followed by 8 or 17 hexadecimal digits, e.g. subnet-0123456789abcdef0 (got "subnet-2")',
    ],
    [{ dbSubnetGroupName: 'Default', subnetIds }, 'other than default'],
    [{ dbSubnetGroupName: '1st', subnetIds }, 'begins with a letter'],
    [{ dbSubnetGroupName: 'a/b', subnetIds }, 'letters, digits, periods'],
    [{ dbSubnetGroupName: 'a'.repeat(256), subnetIds }, '1–255'],
  ])('is not created with %o', async (input, message) => {
    await using aws = fakeAws();
    const creating = createDbSubnetGroup(input, { session: aws.session });
    await expect(creating).rejects.toThrow(InvalidInputError);
    await expect(creating).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
