import {
  type AwsInput,
  input,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  z,
  toTagSpecifications,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateInternetGatewayCommand } from '@aws-sdk/client-ec2';

import { internetGateway, type InternetGateway } from './internet-gateway.js';

export interface CreateInternetGatewayInput extends AwsInput {
  readonly tags?: Tags | undefined;
}

/**
 * Creates an internet gateway; it does nothing before it is attached to a VPC and a route leads to it. AWS has no token for it: a call whose
 * answer is lost is not repeated.
 *
 * @example
 * const { internetGatewayId } = await createInternetGateway({ tags: { Name: 'web' } });
 * @throws {QuotaExceededError} the account has as many in this region as it may have.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateInternetGateway.html
 */
export const createInternetGateway: Operation<CreateInternetGatewayInput, InternetGateway> = operation(() => ({
  name: 'createInternetGateway',
  service: ec2,
  command: CreateInternetGatewayCommand,
  permissions: [
    { action: 'ec2:CreateInternetGateway', resources: ['internet-gateway'] },
    {
      action: 'ec2:CreateTags',
      resources: ['internet-gateway'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateInternetGateway' } },
      when: 'tags are given',
    },
  ],
  input: input<CreateInternetGatewayInput>({ tags: z.optional(tagRecord()) }),
  output: internetGateway(),
  request: ({ tags }) => ({ TagSpecifications: toTagSpecifications(tags, 'internet-gateway') }),
  select: ({ InternetGateway }) => InternetGateway,
  repeatable: false,
  creates: ({ internetGatewayId }) => [internetGatewayId],
}));
