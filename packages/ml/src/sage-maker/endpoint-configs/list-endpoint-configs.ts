import { type AwsResource, listOperation, type ListOperation, resource, z } from '@arch/core/builder';
import { EndpointConfigSummary$, ListEndpointConfigsCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerList, type SageMakerListInput } from '../sage-maker-list.js';

export interface ListEndpointConfigsInput extends SageMakerListInput {}

/** An endpoint configuration in a listing. */
export interface EndpointConfigSummary extends AwsResource {
  /** Name of the configuration. */
  readonly endpointConfigName: string;
  /** ARN of the configuration. */
  readonly endpointConfigArn: string;
  /** Time at which the configuration was created. */
  readonly creationTime: Date;
}

/**
 * Lists the endpoint configurations of the region, including those that no endpoint uses, 100 per request, one page ahead of the consumer.
 * The newest comes first by default.
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
