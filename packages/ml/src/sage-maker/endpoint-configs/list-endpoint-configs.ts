import {
  type AwsInput,
  type AwsResource,
  input,
  listOperation,
  type ListOperation,
  resource,
  z,
} from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { EndpointConfigSummary$, ListEndpointConfigsCommand } from '@aws-sdk/client-sagemaker';

import { namePart } from '../sage-maker-fields.js';

export interface ListEndpointConfigsInput extends AwsInput {
  /** What their names hold. */
  readonly nameContains?: string | undefined;
  readonly creationTimeAfter?: Date | undefined;
  readonly creationTimeBefore?: Date | undefined;
  /** Default `Descending`: the newest first. */
  readonly sortOrder?: 'Ascending' | 'Descending' | undefined;
  /** Default `CreationTime`. */
  readonly sortBy?: 'Name' | 'CreationTime' | undefined;
}

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
export const listEndpointConfigs: ListOperation<ListEndpointConfigsInput, EndpointConfigSummary> = listOperation(
  () => ({
    name: 'listEndpointConfigs',
    service: sageMaker,
    command: ListEndpointConfigsCommand,
    permissions: ['sagemaker:ListEndpointConfigs'],
    input: input<ListEndpointConfigsInput>({
      nameContains: z.optional(namePart()),
      creationTimeAfter: z.optional(z.date()),
      creationTimeBefore: z.optional(z.date()),
      sortOrder: z.optional(z.enum(['Ascending', 'Descending'])),
      sortBy: z.optional(z.enum(['Name', 'CreationTime'])),
    }),
    item: resource<EndpointConfigSummary>(EndpointConfigSummary$, {
      endpointConfigName: z.string(),
      endpointConfigArn: z.string(),
      creationTime: z.date(),
    }),
    items: ({ EndpointConfigs }) => EndpointConfigs,
    pages: { token: 'NextToken', size: { member: 'MaxResults', least: 1, most: 100 } },
  }),
);
