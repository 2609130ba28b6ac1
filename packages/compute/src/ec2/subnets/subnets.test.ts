import { ConflictError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { createSubnet, deleteSubnet, describeSubnet, listSubnets } from './index.js';

const subnetId = 'subnet-0123456789abcdef0';
const vpcId = 'vpc-0123456789abcdef0';
const subnet = {
  SubnetId: subnetId,
  VpcId: vpcId,
  State: 'available',
  AvailabilityZone: 'eu-west-1a',
  AvailableIpAddressCount: 251,
};

it('creates a subnet, lists it by its VPC and deletes it; rejects a block that overlaps or is too large', async () => {
  await using aws = fakeAws({
    answers: { CreateSubnet: { Subnet: subnet }, DescribeSubnets: { Subnets: [subnet] }, DeleteSubnet: {} },
  });
  const { session } = aws;
  const created = await createSubnet({ vpcId, cidrBlock: '10.0.1.0/24', tags: { Name: 'web' } }, { session });
  expect(created).toMatchObject({ subnetId, vpcId, mapPublicIpOnLaunch: false, defaultForAz: false });
  expect((await describeSubnet(subnetId, { session })).availableIpAddressCount).toBe(251);
  expect(await listSubnets({ vpcId }, { session }).count()).toBe(1);
  expect(aws.requests.at(-1)?.input['Filters']).toEqual([{ Name: 'vpc-id', Values: [vpcId] }]);
  await deleteSubnet(subnetId, { session });
  aws.on('CreateSubnet', awsError('InvalidSubnet.Conflict', "The CIDR '10.0.1.0/24' conflicts with another subnet"));
  await expect(createSubnet({ vpcId, cidrBlock: '10.0.1.0/24' }, { session })).rejects.toThrow(ConflictError);
  await expect(createSubnet({ vpcId, cidrBlock: '10.0.0.0/8' }, { session })).rejects.toThrow(InvalidInputError);
});
