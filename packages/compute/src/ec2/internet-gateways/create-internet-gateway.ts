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
  /** Tags of the internet gateway. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates an internet gateway. It routes traffic only after it is attached to a VPC and is the target of a route. AWS has no idempotency
 * token for this operation: a request whose response was lost is not retried.
 *
 * @example
 * const { internetGatewayId } = await createInternetGateway({ tags: { Name: 'web' } });
 * @throws {QuotaExceededError} the account has reached its quota of internet gateways in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateInternetGateway.html
 */
export const createInternetGateway: Operation<
  CreateInternetGatewayInput,
  InternetGateway,
  { on: 'internetGatewayId'; with: 'tags' }
> = operation(() => ({
  name: 'createInternetGateway',
  service: ec2,
  command: CreateInternetGatewayCommand,
  permissions: [
    { action: 'ec2:CreateInternetGateway', resources: ['internet-gateway'] },
    {
      action: 'ec2:CreateTags',
      resources: ['internet-gateway'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateInternetGateway' } },
      with: 'tags',
    },
  ],
  input: input<CreateInternetGatewayInput>({ tags: z.optional(tagRecord()) }),
  output: internetGateway(),
  request: ({ tags }) => ({ TagSpecifications: toTagSpecifications(tags, 'internet-gateway') }),
  select: ({ InternetGateway }) => InternetGateway,
  repeatable: false,
  creates: ({ internetGatewayId }) => [internetGatewayId],
}));
