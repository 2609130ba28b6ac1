import {
  type AwsResource,
  listOperation,
  type ListOperation,
  openEnum,
  resource,
  z,
  type Open,
} from '@arch/core/builder';
import { EndpointSummary$, ListEndpointsCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerList, type SageMakerListInput } from '../sage-maker-list.js';
import { type EndpointStatus, endpointStatuses } from './endpoint.js';

export interface ListEndpointsInput extends SageMakerListInput<'Name' | 'CreationTime' | 'Status'> {
  readonly statusEquals?: Open<(typeof endpointStatuses)[number]> | undefined;
}

/** What SageMaker lists of an endpoint. */
export interface EndpointSummary extends AwsResource {
  readonly endpointName: string;
  readonly endpointArn: string;
  readonly endpointStatus: EndpointStatus;
  readonly creationTime: Date;
  readonly lastModifiedTime: Date;
}

/**
 * Lists the endpoints of the region, the newest first, 100 in a request.
 *
 * @example
 * for await (const { endpointName } of listEndpoints({ statusEquals: 'InService' })) console.log(endpointName);
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListEndpoints.html
 */
export const listEndpoints: ListOperation<ListEndpointsInput, EndpointSummary> = listOperation(() =>
  sageMakerList({
    name: 'listEndpoints',
    command: ListEndpointsCommand,
    sortBy: ['Name', 'CreationTime', 'Status'],
    input: { statusEquals: z.optional(z.enum(endpointStatuses)) },
    item: resource<EndpointSummary>(EndpointSummary$, {
      endpointName: z.string(),
      endpointArn: z.string(),
      endpointStatus: openEnum(endpointStatuses),
      creationTime: z.date(),
      lastModifiedTime: z.date(),
    }),
    items: ({ Endpoints }) => Endpoints,
  }),
);
