import {
  type AwsInput,
  input,
  operation,
  tagRecord,
  type Tags,
  type WaitableOperation,
  z,
  cidrBlock,
  toTagSpecifications,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateVpcCommand } from '@aws-sdk/client-ec2';

import { describeVpc } from './describe-vpc.js';
import { vpc, type Vpc } from './vpc.js';
import { waitForVpc } from './wait-for-vpc.js';

export interface CreateVpcInput extends AwsInput {
  /** IPv4 block of the VPC, from /16 to /28, e.g. `10.0.0.0/16`. */
  readonly cidrBlock: string;
  /** Tags of the VPC. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a VPC. With `wait: true` the call resolves when the VPC is available. AWS has no idempotency token for this operation: a request
 * whose response was lost is not retried.
 *
 * @example
 * const { vpcId } = await createVpc({ cidrBlock: '10.0.0.0/16', tags: { Name: 'web' } }, { wait: true });
 * @throws {QuotaExceededError} the account has reached its quota of VPCs in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html
 */
export const createVpc: WaitableOperation<CreateVpcInput, Vpc, Vpc, { on: 'vpcId'; with: 'tags' }> = operation(() => ({
  name: 'createVpc',
  service: ec2,
  command: CreateVpcCommand,
  permissions: [
    { action: 'ec2:CreateVpc', resources: ['vpc'] },
    {
      action: 'ec2:CreateTags',
      resources: ['vpc'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateVpc' } },
      with: 'tags',
    },
  ],
  input: input<CreateVpcInput>({ cidrBlock: cidrBlock(16, 28), tags: z.optional(tagRecord()) }),
  output: vpc(),
  request: ({ tags }) => ({ TagSpecifications: toTagSpecifications(tags, 'vpc') }),
  select: ({ Vpc }) => Vpc,
  repeatable: false,
  creates: ({ vpcId }) => [vpcId],
  uses: [describeVpc],
  wait: ({ vpcId }, options) => waitForVpc({ vpcId, state: 'available' }, options),
}));
