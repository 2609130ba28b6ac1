import { ConflictError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  attachInternetGateway,
  createInternetGateway,
  deleteInternetGateway,
  describeInternetGateway,
  detachInternetGateway,
  listInternetGateways,
} from './index.js';

const internetGatewayId = 'igw-0123456789abcdef0';
const vpcId = 'vpc-0123456789abcdef0';
const gateway = { InternetGatewayId: internetGatewayId, Attachments: [{ VpcId: vpcId, State: 'available' }] };

it('creates, attaches, detaches and deletes an internet gateway; detaching it again throws ConflictError', async () => {
  await using aws = fakeAws({
    answers: {
      CreateInternetGateway: { InternetGateway: gateway },
      AttachInternetGateway: {},
      DescribeInternetGateways: { InternetGateways: [gateway] },
      DetachInternetGateway: {},
      DeleteInternetGateway: {},
    },
  });
  const { session } = aws;
  expect((await createInternetGateway({ tags: { Name: 'web' } }, { session })).internetGatewayId).toBe(
    internetGatewayId,
  );
  await attachInternetGateway({ internetGatewayId, vpcId }, { session });
  expect((await describeInternetGateway(internetGatewayId, { session })).vpcIds).toEqual([vpcId]);
  expect(await listInternetGateways({}, { session }).count()).toBe(1);
  await detachInternetGateway({ internetGatewayId, vpcId }, { session });
  await deleteInternetGateway(internetGatewayId, { session });
  aws.on('DetachInternetGateway', awsError('Gateway.NotAttached', 'not attached'));
  await expect(detachInternetGateway({ internetGatewayId, vpcId }, { session })).rejects.toThrow(ConflictError);
});
