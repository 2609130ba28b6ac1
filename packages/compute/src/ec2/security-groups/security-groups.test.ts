import { AlreadyExistsError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  authorizeSecurityGroupEgress,
  authorizeSecurityGroupIngress,
  createSecurityGroup,
  deleteSecurityGroup,
  describeSecurityGroup,
  listSecurityGroups,
  revokeSecurityGroupEgress,
  revokeSecurityGroupIngress,
  type SecurityGroupRule,
} from './index.js';

const groupId = 'sg-0123456789abcdef0';
const vpcId = 'vpc-0123456789abcdef0';
const rules: SecurityGroupRule[] = [
  { protocol: 'tcp', port: 443, cidr: '0.0.0.0/0', description: 'everyone' },
  { protocol: 'udp', port: { from: 1_000, to: 2_000 }, cidrIpv6: '::/0' },
  { protocol: 'all', securityGroupId: groupId },
  { protocol: 'icmp', port: -1, prefixListId: 'pl-0123456789abcdef0' },
];

describe('a security group', () => {
  it('is created with its rules and returns the same rules when it is described', async () => {
    await using aws = fakeAws({
      answers: { CreateSecurityGroup: { GroupId: groupId }, AuthorizeSecurityGroupIngress: {} },
    });
    const { session } = aws;
    const group = { groupName: 'web', description: 'web servers', vpcId, ingress: rules, tags: { team: 'web' } };
    expect(await createSecurityGroup(group, { session })).toEqual({ groupId });
    const { IpPermissions } = (aws.requests[1]?.input ?? {}) as { IpPermissions: object[] };
    expect(IpPermissions).toMatchObject([
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0', Description: 'everyone' }] },
      { IpProtocol: 'udp', FromPort: 1_000, ToPort: 2_000, Ipv6Ranges: [{ CidrIpv6: '::/0' }] },
      { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: groupId }] },
      { IpProtocol: 'icmp', FromPort: -1, ToPort: -1, PrefixListIds: [{ PrefixListId: 'pl-0123456789abcdef0' }] },
    ]);
    aws.on('DescribeSecurityGroups', {
      SecurityGroups: [
        { GroupId: groupId, GroupName: 'web', Description: 'web servers', IpPermissions, IpPermissionsEgress: [] },
      ],
    });
    expect((await describeSecurityGroup(groupId, { session })).ingress).toEqual(rules);
    expect(await listSecurityGroups({ vpcId }, { session }).count()).toBe(1);
  });

  it('is deleted if AWS rejects its rules; the error names it if it cannot be deleted', async () => {
    await using aws = fakeAws({
      answers: {
        CreateSecurityGroup: { GroupId: groupId },
        AuthorizeSecurityGroupIngress: awsError('RulesPerSecurityGroupLimitExceeded', 'too many'),
        DeleteSecurityGroup: {},
      },
    });
    const creation = createSecurityGroup(
      { groupName: 'web', description: 'd', vpcId, ingress: rules },
      { session: aws.session },
    );
    await expect(creation).rejects.toThrow('the account has reached a quota');
    expect(aws.requests.at(-1)).toMatchObject({ operation: 'DeleteSecurityGroup', input: { GroupId: groupId } });
    aws.on('DeleteSecurityGroup', awsError('UnauthorizedOperation', 'no', { status: 403 }));
    const secondCreation = createSecurityGroup(
      { groupName: 'web', description: 'd', vpcId, ingress: rules },
      { session: aws.session },
    );
    await expect(secondCreation).rejects.toThrow(
      `The security group web (${groupId}) is left: delete it with deleteSecurityGroup.`,
    );
  });

  it.each([
    [
      { protocol: 'tcp', port: 443 },
      'rules[0]: provide exactly one of cidr, cidrIpv6, securityGroupId and prefixListId',
    ],
    [{ protocol: 'tcp', port: 443, cidr: '10.0.0.0/8', securityGroupId: groupId }, 'provide exactly one of cidr'],
    [
      { protocol: 'tcp', cidr: '10.0.0.0/8' },
      'rules[0]: provide a port for tcp and udp, and no port for protocols without ports',
    ],
    [
      { protocol: 'all', port: 1, cidr: '10.0.0.0/8' },
      'rules[0]: provide a port for tcp and udp, and no port for protocols without ports',
    ],
    [
      { protocol: 'tcp', port: { from: 2, to: 1 }, cidr: '10.0.0.0/8' },
      'rules[0]: provide a first port that is not greater than the last port',
    ],
    [{ protocol: 'tcp', port: 65_536, cidr: '10.0.0.0/8' }, 'rules[0].port'],
    [
      { protocol: 'tcp', port: 1, cidr: '10.0.0.1/8' },
      'rules[0].cidr must be an IPv4 block from /0 to /32 that starts at its first address, e.g. 10.0.0.0/16 (got "10.0.0.1/8")',
    ],
    [
      { protocol: 'http', port: 80, cidr: '10.0.0.0/8' },
      'rules[0].protocol must be tcp, udp, icmp, icmpv6, all or a protocol number (got "http")',
    ],
  ])('rejects the rule %o', async (rule, message) => {
    await using aws = fakeAws();
    const authorization = authorizeSecurityGroupIngress({ groupId, rules: [rule] }, { session: aws.session });
    await expect(authorization).rejects.toThrow(InvalidInputError);
    await expect(authorizeSecurityGroupEgress({ groupId, rules: [rule] }, { session: aws.session })).rejects.toThrow(
      message,
    );
    expect(aws.requests).toEqual([]);
  });

  it('adds and removes inbound and outbound rules; adding an existing rule throws AlreadyExistsError', async () => {
    await using aws = fakeAws({
      answers: {
        AuthorizeSecurityGroupEgress: {},
        RevokeSecurityGroupEgress: {},
        RevokeSecurityGroupIngress: {},
        DeleteSecurityGroup: {},
      },
    });
    const { session } = aws;
    await authorizeSecurityGroupEgress({ groupId, rules }, { session });
    await revokeSecurityGroupEgress({ groupId, rules }, { session });
    await revokeSecurityGroupIngress({ groupId, rules }, { session });
    await deleteSecurityGroup(groupId, { session });
    expect(aws.requests).toHaveLength(4);
    aws.on('AuthorizeSecurityGroupIngress', awsError('InvalidPermission.Duplicate', 'the rule exists'));
    await expect(authorizeSecurityGroupIngress({ groupId, rules }, { session })).rejects.toThrow(AlreadyExistsError);
  });
});
