import { type AwsInput, ec2Id, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeInternetGatewaysCommand } from '@aws-sdk/client-ec2';

import { internetGateway, type InternetGateway } from './internet-gateway.js';

export interface DescribeInternetGatewayInput extends AwsInput {
  /** ID of the internet gateway, e.g. `igw-0123456789abcdef0`. */
  readonly internetGatewayId: string;
}

/**
 * Describes one internet gateway. Concurrent calls are joined into one request for up to 200 internet gateways.
 *
 * @example
 * const internetGateway = await describeInternetGateway('igw-0123456789abcdef0');
 * @throws {NotFoundError} there is no such internet gateway in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInternetGateways.html
 */
export const describeInternetGateway: Operation<string | DescribeInternetGatewayInput, InternetGateway> = operation(
  () => ({
    name: 'describeInternetGateway',
    service: ec2,
    command: DescribeInternetGatewaysCommand,
    permissions: ['ec2:DescribeInternetGateways'],
    key: 'internetGatewayId',
    input: input<DescribeInternetGatewayInput>({ internetGatewayId: ec2Id('igw') }),
    output: internetGateway(),
    absent: 'not-found',
    batch: {
      limit: 200,
      ids: 'InternetGatewayIds',
      items: ({ InternetGateways }) => InternetGateways,
      id: 'InternetGatewayId',
    },
  }),
);
