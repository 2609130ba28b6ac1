import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createVpc, deleteVpc, describeVpc, listVpcs, waitForVpc } from './index.js';

const vpcId = 'vpc-0123456789abcdef0';
const vpc = (State: string): object => ({ VpcId: vpcId, State, CidrBlock: '10.0.0.0/16', IsDefault: false });

describe('a VPC', () => {
  it('is created and waited for; a lost response is not retried', async () => {
    await using aws = fakeAws({ answers: { CreateVpc: { Vpc: vpc('pending') } } });
    aws.once('DescribeVpcs', { Vpcs: [vpc('pending')] });
    aws.on('DescribeVpcs', { Vpcs: [vpc('available')] });
    const created = await createVpc(
      { cidrBlock: '10.0.0.0/16', tags: { Name: 'web' } },
      { session: aws.session, wait: true },
    );
    expect(created).toMatchObject({ vpcId, state: 'available', isDefault: false });
    expect((await waitForVpc({ vpcId, state: 'available' }, { session: aws.session })).vpcId).toBe(vpcId);
    aws.on('CreateVpc', fault('reset'));
    const before = aws.requests.length;
    await expect(createVpc({ cidrBlock: '10.0.0.0/16' }, { session: aws.session })).rejects.toThrow(
      'AWS may have completed the request',
    );
    expect(aws.requests.length - before).toBe(1);
  });

  it.each(['10.0.0.1/16', '10.0.0.0/15', '10.0.0.0/29', '10.0.0.256/16', '10.0.0/16', 'net'])(
    'rejects the block %s',
    async (cidrBlock) => {
      await using aws = fakeAws();
      await expect(createVpc({ cidrBlock }, { session: aws.session })).rejects.toThrow(InvalidInputError);
      expect(aws.requests).toEqual([]);
    },
  );

  it('is described and listed; deleting it throws ConflictError if it is in use and NotFoundError if it does not exist', async () => {
    await using aws = fakeAws({ answers: { DescribeVpcs: { Vpcs: [vpc('available')] } } });
    expect((await describeVpc(vpcId, { session: aws.session })).cidrBlock).toBe('10.0.0.0/16');
    expect(await listVpcs({ tags: { Name: 'web' } }, { session: aws.session }).count()).toBe(1);
    aws.once('DeleteVpc', awsError('DependencyViolation', 'has dependencies'));
    await expect(deleteVpc(vpcId, { session: aws.session })).rejects.toThrow(ConflictError);
    aws.once('DeleteVpc', awsError('InvalidVpcID.NotFound', 'does not exist'));
    await expect(deleteVpc(vpcId, { session: aws.session })).rejects.toThrow(NotFoundError);
  });
});
