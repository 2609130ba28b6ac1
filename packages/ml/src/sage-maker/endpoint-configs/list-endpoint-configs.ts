import { type AwsResource, listOperation, type ListOperation, resource, z } from '@arch/core/builder';
import { EndpointConfigSummary$, ListEndpointConfigsCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerList, type SageMakerListInput } from '../sage-maker-list.js';

export interface ListEndpointConfigsInput extends SageMakerListInput {}

/** What SageMaker lists of an endpoint configuration. */
export interface EndpointConfigSummary extends AwsResource {
  readonly endpointConfigName: string;
  readonly endpointConfigArn: string;
  readonly creationTime: Date;
}

/**
 * Lists the endpoint configurations of the region, the newest first, 100 in a request; also those that no endpoint has any more.
 *
 * @example
 * const [newest] = await listEndpointConfigs({ nameContains: 'churn' }).toArray({ limit: 1 });
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListEndpointConfigs.html
 */
export const listEndpointConfigs: ListOperation<ListEndpointConfigsInput, EndpointConfigSummary> = listOperation(() =>
  sageMakerList({
    name: 'listEndpointConfigs',
    command: ListEndpointConfigsCommand,
    sortBy: ['Name', 'CreationTime'],
    item: resource<EndpointConfigSummary>(EndpointConfigSummary$, {
      endpointConfigName: z.string(),
      endpointConfigArn: z.string(),
      creationTime: z.date(),
    }),
    items: ({ EndpointConfigs }) => EndpointConfigs,
  }),
);
