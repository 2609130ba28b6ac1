import { AlreadyExistsError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { allowDatabaseAccess } from './index.js';

const vpcId = 'vpc-0123456789abcdef0';
const groupId = 'sg-0123456789abcdef0';
const app = 'sg-0fedcba9876543210';
const access = { vpcId, groupName: 'orders-db', engine: 'postgres', fromSecurityGroupIds: [app] };
const answers = {
  CreateSecurityGroup: { GroupId: groupId },
  AuthorizeSecurityGroupIngress: {},
  DeleteSecurityGroup: {},
};

describe('allowDatabaseAccess', () => {
  it("creates a security group that allows another security group to connect to the engine's port", async () => {
    await using aws = fakeAws({ answers });
    const given = { ...access, tags: { team: 'shop' } };
    expect(await allowDatabaseAccess(given, { session: aws.session })).toEqual({
      groupId,
      groupName: 'orders-db',
      vpcId,
      port: 5_432,
    });
    expect(aws.requests.map(({ input }) => input)).toEqual([
      {
        VpcId: vpcId,
        GroupName: 'orders-db',
        Description: 'Applications that reach a database',
        TagSpecifications: [{ ResourceType: 'security-group', Tags: [{ Key: 'team', Value: 'shop' }] }],
      },
      {
        GroupId: groupId,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 5_432, ToPort: 5_432, UserIdGroupPairs: [{ GroupId: app }] }],
      },
    ]);
  });

  it.each([
    ['mysql', 3_306],
    ['mariadb', 3_306],
    ['sqlserver-se', 1_433],
    ['oracle-se2', 1_521],
  ])('allows access for %s on port %i', async (engine, port) => {
    await using aws = fakeAws({ answers });
    const created = await allowDatabaseAccess({ ...access, engine }, { session: aws.session });
    expect(created.port).toBe(port);
  });

  it('allows access from IPv4 blocks on another port', async () => {
    await using aws = fakeAws({ answers });
    const given = { vpcId, groupName: 'orders-db', port: 6_000, fromCidrs: ['10.0.0.0/16'], tags: {} };
    await allowDatabaseAccess(given, { session: aws.session });
    expect(aws.requests[0]?.input).not.toHaveProperty('TagSpecifications');
    expect(aws.requests[1]?.input['IpPermissions']).toEqual([
      { IpProtocol: 'tcp', FromPort: 6_000, ToPort: 6_000, IpRanges: [{ CidrIp: '10.0.0.0/16' }] },
    ]);
  });

  it('deletes the group if AWS rejects its rules, and names the group in the error if the deletion fails', async () => {
    await using aws = fakeAws({ answers });
    const { session } = aws;
    aws.on('AuthorizeSecurityGroupIngress', awsError('InvalidGroup.NotFound', `The group '${app}' does not exist`));
    await expect(allowDatabaseAccess(access, { session })).rejects.toThrow(NotFoundError);
    expect(aws.requests.at(-1)).toMatchObject({ operation: 'DeleteSecurityGroup', input: { GroupId: groupId } });
    aws.on('DeleteSecurityGroup', awsError('DependencyViolation', 'in use'));
    await expect(allowDatabaseAccess(access, { session })).rejects.toThrow(
      `The security group orders-db (${groupId}) is left: delete it with deleteSecurityGroup of @arch/compute.`,
    );
  });

  it('succeeds if a request whose response was lost has added the rules', async () => {
    await using aws = fakeAws({ answers });
    aws.on('AuthorizeSecurityGroupIngress', awsError('InvalidPermission.Duplicate', 'the rule already exists'));
    expect((await allowDatabaseAccess(access, { session: aws.session })).groupId).toBe(groupId);
    expect(aws.requests.map(({ operation }) => operation)).not.toContain('DeleteSecurityGroup');
  });

  it('throws AlreadyExistsError if the name is taken', async () => {
    await using aws = fakeAws();
    aws.on('CreateSecurityGroup', awsError('InvalidGroup.Duplicate', 'The security group already exists'));
    await expect(allowDatabaseAccess(access, { session: aws.session })).rejects.toThrow(AlreadyExistsError);
    expect(aws.requests).toHaveLength(1);
  });

  it.each([
    [{ ...access, fromSecurityGroupIds: [] }, 'at least one of fromSecurityGroupIds and fromCidrs'],
    [{ ...access, fromSecurityGroupIds: [app, app] }, 'provide each source only once'],
    [
      { ...access, fromCidrs: ['0.0.0.0/0'] },
      'fromCidrs[0] must be an IPv4 block from /8 to /32 that starts at its first address, e.g. 10.0.0.0/16 (got "0.0.0.0/0")',
    ],
    [
      { ...access, fromCidrs: ['10.0.0.1/16'] },
      'fromCidrs[0] must be an IPv4 block from /8 to /32 that starts at its first address, e.g. 10.0.0.0/16 (got "10.0.0.1/16")',
    ],
    [{ ...access, fromCidrs: ['10.0.0.256/32'] }, 'an IPv4 block'],
    [{ ...access, engine: undefined }, 'provide port, or an engine with a known port'],
    [{ ...access, engine: 'custom-oracle-ee' }, 'provide port, or an engine with a known port'],
    [{ ...access, port: 80 }, 'port must be at least 1150 (got 80)'],
    [{ ...access, groupName: 'sg-orders' }, 'do not begin with sg-'],
  ])('rejects %o before anything is sent', async (given, message) => {
    await using aws = fakeAws({ answers });
    const allowing = allowDatabaseAccess(given, { session: aws.session });
    await expect(allowing).rejects.toThrow(InvalidInputError);
    await expect(allowing).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
