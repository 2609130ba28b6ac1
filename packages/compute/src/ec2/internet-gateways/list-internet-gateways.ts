import { type FilterInput, listOperation, type ListOperation } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeInternetGatewaysCommand } from '@aws-sdk/client-ec2';

import { internetGateway, type InternetGateway } from './internet-gateway.js';

export interface ListInternetGatewaysInput extends FilterInput {}

/**
 * Lists internet gateways. Fetches one page ahead of the consumer.
 *
 * @example
 * const all = await listInternetGateways({ tags: { team: 'web' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInternetGateways.html
 */
export const listInternetGateways: ListOperation<ListInternetGatewaysInput, InternetGateway> = listOperation(() =>
  ec2List({
    name: 'listInternetGateways',
    command: DescribeInternetGatewaysCommand,
    item: internetGateway(),
    items: ({ InternetGateways }) => InternetGateways,
    pageSize: 1000,
  }),
);
